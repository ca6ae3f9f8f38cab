package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.fixtures.ProbeKind;
import org.jspecify.annotations.Nullable;

/**
 * A person whose voicemail may pick up in their place: it speaks a greeting and a tone, listens to the message and hangs up after four seconds
 * of silence. Whoever picks up stays on the line. Decided by any thread before the call is answered, otherwise on the line thread.
 */
public final class VoicemailCaller implements Caller {
    private static final String GREETING =
            "The person you are calling is not available. Please leave a message after the tone.";
    private static final int BEFORE_MS = 500;
    private static final int BEGIN_MS = 8_000;
    private static final int SILENCE_MS = 4_000;
    private static final int LONGEST_MS = 120_000;
    private static final int TONE_HZ = 1_000;
    private static final int TONE_MS = 400;
    private static final int TONE_PEAK = 8_000;

    private final Caller person;
    private volatile @Nullable Caller machine;
    private @Nullable Caller onTheLine;

    public VoicemailCaller(Caller person) {
        this.person = person;
    }

    /** Lets the voicemail pick up. Blocks while its greeting is spoken for the first time. */
    public void divert() {
        machine = new CallerScript()
                .pause(BEFORE_MS)
                .say(Callers.words(GREETING))
                .say(tone())
                .hear(BEGIN_MS)
                .quiet(SILENCE_MS, LONGEST_MS)
                .hangUp()
                .caller();
    }

    private static Clip tone() {
        short[] samples = new short[TONE_MS * LineFrame.BYTES / LineFrame.MS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (TONE_PEAK * Math.sin(2 * Math.PI * i * TONE_HZ / LineFrame.RATE_HZ));
        }
        return Clip.of("tone", samples, 0, samples.length).asProbe(ProbeKind.NOISE);
    }

    @Override
    public void answered(Handset handset) {
        Caller diverted = machine;
        Caller picksUp = diverted == null ? person : diverted;
        onTheLine = picksUp;
        picksUp.answered(diverted == null || person.knowsItsEdges() ? handset : new TurnlessHandset(handset));
    }

    @Override
    public void streamStarted() {
        if (onTheLine != null) {
            onTheLine.streamStarted();
        }
    }

    /** The person overhears a message. */
    @Override
    public void ear(LineFrame heard) {
        person.ear(heard);
        Caller picksUp = onTheLine;
        if (picksUp != null && picksUp != person) {
            picksUp.ear(heard);
        }
    }

    @Override
    public LineFrame mouth() {
        Caller picksUp = onTheLine;
        if (picksUp == null || picksUp == person) {
            return person.mouth();
        }
        if (!person.knowsItsEdges()) {
            // The microphone goes on, unheard.
            person.mouth();
        }
        return picksUp.mouth();
    }

    @Override
    public void hungUp() {
        person.hungUp();
    }

    @Override
    public boolean knowsItsEdges() {
        return person.knowsItsEdges();
    }

    @Override
    public long clockCorrections() {
        return person.clockCorrections();
    }
}
