package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.EchoCanceller;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the agent's voice out of the caller's lane when the microphone hears the speaker: an echo canceller once that is found, and a
 * {@link EchoSuppressor} behind it. With headphones nothing is found and nothing is touched. One call's own, on the line thread.
 */
public final class EchoControl {
    private static final String FOUND = "The microphone hears the speaker: use headphones. ";

    private final EchoSuppressor gate = new EchoSuppressor();
    private final @Nullable EchoCanceller canceller;
    private final String cure;
    private LineFrame played = LineFrame.SILENCE;
    private boolean told;

    private EchoControl(@Nullable EchoCanceller canceller, String cure) {
        this.canceller = canceller;
        this.cure = cure;
    }

    /** A guard by the gate alone. */
    public static EchoControl gate() {
        return new EchoControl(null, "Until then it is held back while the agent is heard.");
    }

    /** A guard with what {@code opening} gives; null is no canceller on this machine, and then the gate is alone. */
    public static EchoControl cancelling(Supplier<@Nullable EchoCanceller> opening) {
        EchoCanceller canceller = opening.get();
        return new EchoControl(
                canceller,
                canceller == null
                        ? "Echo cancellation is not available on this machine, so until then the microphone is held back"
                                + " while the agent is heard."
                        : "Until then the echo is cancelled.");
    }

    /** A guard of this machine, with echo cancellation or without. May take a moment. */
    public static EchoControl ofThisMachine(boolean cancellation) {
        return cancellation ? cancelling(EchoCanceller::open) : gate();
    }

    /** The same devices, with their speaker listened to: what it is given last of all is what the room hears. */
    public SoundDevices listeningTo(SoundDevices devices) {
        return new Tapped(devices, this);
    }

    /** What goes out for 20 ms of the microphone. */
    LineFrame pass(LineFrame spoken) {
        LineFrame reference = played;
        played = LineFrame.SILENCE;
        LineFrame cleaned = spoken;
        if (canceller != null && gate.leaks()) {
            canceller.played(reference);
            cleaned = canceller.cleaned(spoken);
        }
        return gate.pass(reference, spoken, cleaned);
    }

    /** What a person should be told, once in a call, when there is a leak; null before and after. */
    @Nullable
    String news() {
        if (told || !gate.leaks()) {
            return null;
        }
        told = true;
        return FOUND + cure;
    }

    void hungUp() {
        if (canceller != null) {
            canceller.close();
        }
    }

    private record Tapped(SoundDevices devices, EchoControl guard) implements SoundDevices {
        @Override
        public List<String> microphones() {
            return devices.microphones();
        }

        @Override
        public List<String> speakers() {
            return devices.speakers();
        }

        @Override
        public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
            return devices.openMicrophone(name);
        }

        @Override
        public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
            return new TappedSpeaker(devices.openSpeaker(name), guard);
        }
    }

    private record TappedSpeaker(Speaker speaker, EchoControl guard) implements Speaker {
        @Override
        public void play(LineFrame frame) {
            guard.played = frame;
            speaker.play(frame);
        }

        @Override
        public @Nullable DeviceProblem problem() {
            return speaker.problem();
        }

        @Override
        public long corrections() {
            return speaker.corrections();
        }

        @Override
        public void close() {
            speaker.close();
        }
    }
}
