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
 * Keeps the agent's voice out of the caller's audio when the microphone picks up the speaker: an {@link EchoCanceller} followed by an
 * {@link EchoSuppressor}. Without an echo, as with headphones, audio passes unchanged. Owned by one call, on the line thread.
 */
public final class EchoControl {
    private static final String FOUND = "The microphone hears the speaker: use headphones. ";

    private final EchoSuppressor suppressor = new EchoSuppressor();
    private final @Nullable EchoCanceller canceller;
    private final String cure;
    private LineFrame played = LineFrame.SILENCE;
    private boolean warned;

    private EchoControl(@Nullable EchoCanceller canceller, String cure) {
        this.canceller = canceller;
        this.cure = cure;
    }

    /** Echo control without a canceller. */
    public static EchoControl suppressing() {
        return new EchoControl(null, "Until then it is held back while the agent is heard.");
    }

    /** Echo control with the canceller that {@code opening} returns; null means that this machine has none. */
    public static EchoControl cancelling(Supplier<@Nullable EchoCanceller> opening) {
        EchoCanceller canceller = opening.get();
        return new EchoControl(
                canceller,
                canceller == null
                        ? "Echo cancellation is not available on this machine, so until then the microphone is held back"
                                + " while the agent is heard."
                        : "Until then the echo is cancelled.");
    }

    /** Echo control for this machine, with cancellation or without. May block while the library loads. */
    public static EchoControl ofThisMachine(boolean cancellation) {
        return cancellation ? cancelling(EchoCanceller::open) : suppressing();
    }

    /** Wraps {@code devices} so that whatever their speaker plays is the reference of the echo. */
    public SoundDevices tapped(SoundDevices devices) {
        return new TappedDevices(devices, this);
    }

    /** Returns the frame to send for 20 ms of the microphone. */
    LineFrame pass(LineFrame spoken) {
        LineFrame reference = played;
        played = LineFrame.SILENCE;
        LineFrame cleaned = spoken;
        if (canceller != null && suppressor.hasEcho()) {
            canceller.played(reference);
            cleaned = canceller.cleaned(spoken);
        }
        return suppressor.pass(reference, spoken, cleaned);
    }

    /** Returns the warning about an echo, once per call; null before and after. */
    @Nullable
    String takeWarning() {
        if (warned || !suppressor.hasEcho()) {
            return null;
        }
        warned = true;
        return FOUND + cure;
    }

    void hungUp() {
        if (canceller != null) {
            canceller.close();
        }
    }

    private record TappedDevices(SoundDevices devices, EchoControl echo) implements SoundDevices {
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
            return new TappedSpeaker(devices.openSpeaker(name), echo);
        }
    }

    private record TappedSpeaker(Speaker speaker, EchoControl echo) implements Speaker {
        @Override
        public void play(LineFrame frame) {
            echo.played = frame;
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
