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
 * A person at this machine: speaks by the microphone, hears by the speaker. When a device fails the person is told once, with the cure,
 * and the call goes on: a stand-in speaks for a missing microphone, a missing speaker is silent.
 */
public final class MicrophoneCaller implements Caller {
    private final @Nullable Microphone microphone;
    private final @Nullable Speaker speaker;
    private final List<String> notesAtOpening;
    private final FallbackCaller standIn;
    private final EchoControl echo;
    private @Nullable Handset handset;
    private boolean speakerFailed;

    private MicrophoneCaller(Opened<Microphone> microphone, Opened<Speaker> speaker, Caller standIn, EchoControl echo) {
        this.echo = echo;
        this.microphone = microphone.device;
        this.speaker = speaker.device;
        this.standIn = new FallbackCaller(standIn, microphone.device == null);
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
     * @param standIn speaks while there is no working microphone; this caller owns it
     * @param echo listens to the speaker among {@code devices}; this caller owns it
     * @throws DeviceProblem if a device that was named cannot be used; the default may fail and be told of in the call
     */
    public static MicrophoneCaller open(
            SoundDevices devices,
            @Nullable String microphoneName,
            @Nullable String speakerName,
            Caller standIn,
            EchoControl echo)
            throws DeviceProblem {
        Opened<Microphone> microphone = Opened.of(() -> devices.openMicrophone(microphoneName));
        if (microphoneName != null && microphone.problem != null) {
            throw microphone.problem;
        }
        Opened<Speaker> speaker = Opened.of(() -> devices.openSpeaker(speakerName));
        if (speakerName != null && speaker.problem != null) {
            if (microphone.device != null) {
                microphone.device.close();
            }
            throw speaker.problem;
        }
        return new MicrophoneCaller(microphone, speaker, standIn, echo);
    }

    @Override
    public void answered(Handset handset) {
        this.handset = handset;
        notesAtOpening.forEach(handset::note);
        if (microphone == null) {
            standIn.takeOver(handset);
        }
    }

    @Override
    public void ear(LineFrame heard) {
        if (speaker != null && !speakerFailed) {
            speaker.play(heard);
            watch(speaker);
        }
        standIn.ear(heard);
    }

    @Override
    public LineFrame mouth() {
        if (microphone == null) {
            return standIn.mouth();
        }
        LineFrame spoken = echo.pass(microphone.next());
        judge(microphone.problem());
        warn(echo.news());
        return standIn.speaks() ? standIn.mouth() : spoken;
    }

    @Override
    public void hungUp() {
        if (microphone != null) {
            microphone.close();
        }
        if (speaker != null) {
            speaker.close();
        }
        standIn.hungUp();
        echo.hungUp();
    }

    /** A microphone may fail and heal in mid-call, so then all edges are found by energy, the stand-in's too. */
    @Override
    public boolean knowsItsEdges() {
        return microphone == null && standIn.knowsItsEdges();
    }

    @Override
    public long clockCorrections() {
        return (microphone == null ? 0 : microphone.corrections()) + (speaker == null ? 0 : speaker.corrections());
    }

    private void judge(@Nullable DeviceProblem problem) {
        if (handset == null) {
            return;
        }
        if (problem != null && !standIn.speaks()) {
            handset.note(problem.getMessage() + " A recorded caller takes over.");
            standIn.takeOver(handset);
        } else if (problem == null && standIn.speaks() && standIn.isQuiet()) {
            standIn.stepBack();
            handset.note("The microphone has come alive: it is yours again.");
        }
    }

    private void warn(@Nullable String news) {
        if (news != null && handset != null) {
            handset.note(news);
        }
    }

    private void watch(Speaker speaker) {
        DeviceProblem problem = speaker.problem();
        if (problem != null && handset != null) {
            speakerFailed = true;
            handset.note(problem.getMessage() + " The call goes on without sound.");
        }
    }

    private interface Opening<D> {
        D open() throws DeviceProblem;
    }

    /** Either a device or why there is none. */
    private record Opened<D>(@Nullable D device, @Nullable DeviceProblem problem) {
        static <D> Opened<D> of(Opening<D> opening) {
            try {
                return new Opened<>(opening.open(), null);
            } catch (DeviceProblem problem) {
                return new Opened<>(null, problem);
            }
        }
    }
}
