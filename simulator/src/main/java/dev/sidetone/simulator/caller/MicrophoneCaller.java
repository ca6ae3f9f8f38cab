package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person at this machine who speaks into the microphone and hears the speaker. When a device fails, one note names the cause and cure and the
 * call goes on: a fallback caller replaces the microphone; a missing speaker is silent. On the line thread.
 */
public final class MicrophoneCaller implements Caller {
    private final @Nullable Microphone microphone;
    private final @Nullable DeviceProblem missing;
    private final @Nullable Speaker speaker;
    private final List<String> notesAtOpening;
    private final FallbackCaller fallback;
    private final EchoControl echo;
    private @Nullable Handset handset;
    private boolean speakerFailed;

    private MicrophoneCaller(
            DeviceResult<Microphone> microphone, DeviceResult<Speaker> speaker, Caller fallback, EchoControl echo) {
        this.echo = echo;
        this.microphone = microphone.device;
        this.missing = microphone.problem;
        this.speaker = speaker.device;
        this.fallback = new FallbackCaller(fallback, microphone.device == null);
        notesAtOpening = new ArrayList<>();
        if (microphone.problem != null) {
            notesAtOpening.add(microphone.problem.getMessage() + " A recorded caller speaks instead.");
        }
        if (speaker.problem != null) {
            notesAtOpening.add(speaker.problem.getMessage() + " The call goes on without sound.");
        }
    }

    /**
     * Opens both devices. Blocks for as long as the machine's sound system does.
     *
     * @param microphoneName null for the machine's default
     * @param speakerName null for the machine's default
     * @param fallback speaks while no microphone works; owned by this caller
     * @param echo taps the speaker of {@code devices}; owned by this caller
     * @throws DeviceProblem if a named device cannot be used; failure of a default device is only noted in the call
     */
    public static MicrophoneCaller open(
            SoundDevices devices,
            @Nullable String microphoneName,
            @Nullable String speakerName,
            Caller fallback,
            EchoControl echo)
            throws DeviceProblem {
        DeviceResult<Microphone> microphone = DeviceResult.of(() -> devices.openMicrophone(microphoneName));
        if (microphoneName != null && microphone.problem != null) {
            throw microphone.problem;
        }
        DeviceResult<Speaker> speaker = DeviceResult.of(() -> devices.openSpeaker(speakerName));
        if (speakerName != null && speaker.problem != null) {
            if (microphone.device != null) {
                microphone.device.close();
            }
            throw speaker.problem;
        }
        return new MicrophoneCaller(microphone, speaker, fallback, echo);
    }

    /** The reason for which there is no microphone, and somebody else speaks from the beginning; null where there is one. */
    public @Nullable DeviceProblem microphoneProblem() {
        return missing;
    }

    @Override
    public void answered(Handset handset) {
        this.handset = handset;
        notesAtOpening.forEach(handset::note);
        if (microphone == null) {
            fallback.takeOver(handset);
        }
    }

    @Override
    public void streamStarted() {
        fallback.streamStarted();
    }

    @Override
    public void ear(LineFrame heard) {
        if (speaker != null) {
            speaker.play(heard);
            checkSpeaker(speaker);
        }
        fallback.ear(heard);
    }

    @Override
    public LineFrame mouth() {
        if (microphone == null) {
            return fallback.mouth();
        }
        LineFrame spoken = echo.pass(microphone.next());
        checkMicrophone(microphone.problem());
        note(echo.takeWarning());
        return fallback.isActive() ? fallback.mouth() : spoken;
    }

    @Override
    public void hungUp() {
        if (microphone != null) {
            microphone.close();
        }
        if (speaker != null) {
            speaker.close();
        }
        fallback.hungUp();
        echo.hungUp();
    }

    /** A microphone may fail and recover during the call, so with one all edges are detected by energy, the fallback's too. */
    @Override
    public boolean knowsItsEdges() {
        return microphone == null && fallback.knowsItsEdges();
    }

    @Override
    public long clockCorrections() {
        return (microphone == null ? 0 : microphone.corrections()) + (speaker == null ? 0 : speaker.corrections());
    }

    private void checkMicrophone(@Nullable DeviceProblem problem) {
        if (handset == null) {
            return;
        }
        if (problem != null && !fallback.isActive()) {
            handset.note(problem.getMessage() + " A recorded caller takes over.");
            fallback.takeOver(handset);
        } else if (problem == null && fallback.isActive() && fallback.isQuiet()) {
            fallback.stepBack();
            handset.note("The microphone has come alive: it is yours again.");
        }
    }

    private void note(@Nullable String warning) {
        if (warning != null && handset != null) {
            handset.note(warning);
        }
    }

    private void checkSpeaker(Speaker speaker) {
        DeviceProblem problem = speaker.problem();
        if (problem != null && handset != null && !speakerFailed) {
            handset.note(problem.getMessage() + " The call goes on without sound.");
        }
        speakerFailed = problem != null;
    }

    private interface Opening<D> {
        D open() throws DeviceProblem;
    }

    /** An opened device or the reason why it could not be opened. */
    private record DeviceResult<D>(@Nullable D device, @Nullable DeviceProblem problem) {
        static <D> DeviceResult<D> of(Opening<D> opening) {
            try {
                return new DeviceResult<>(opening.open(), null);
            } catch (DeviceProblem problem) {
                return new DeviceResult<>(null, problem);
            }
        }
    }
}
