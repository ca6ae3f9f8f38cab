package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.caller.VoiceDetector;
import java.util.function.Consumer;

/**
 * Finds the edges of the caller's speech, for callers that do not announce them. The end is known only after {@value #HANGOVER_MS} ms without
 * a voice, and is dated back to where these began; sound of less than {@value #SPEECH_MS} ms is no speech. A probe, which is announced, is none
 * either. Owned by {@link CallTimeline}.
 */
final class SpeechEdges {
    static final int HANGOVER_MS = 300;
    static final int SPEECH_MS = 60;
    private static final long HANGOVER_NS = HANGOVER_MS * 1_000_000L;
    private static final long SPEECH_NS = SPEECH_MS * 1_000_000L;
    private static final long CLICK_GAP_NS = 50_000_000L;
    /** 2.5 ms. */
    private static final int QUARTER = SpeechEnergy.WINDOW / 4;

    private enum State {
        SILENT,
        MAYBE,
        SPEAKING
    }

    private final Consumer<Fact> out;
    private final VoiceDetector voice = new VoiceDetector();
    private State state = State.SILENT;
    private long startNs;
    private long voicedUntilNs;
    private long voicedNs;
    private boolean probed;

    SpeechEdges(Consumer<Fact> out) {
        this.out = out;
    }

    /** A probe begins at {@code startNs}: what the caller said before ends there at the latest. */
    void probeStarts(long startNs, long nowNs) {
        if (state == State.SPEAKING) {
            out.accept(new Fact.CallerEnded(nowNs, Math.min(voicedUntilNs, Math.max(startNs, this.startNs))));
        }
        state = State.SILENT;
        probed = true;
    }

    void probeEnds() {
        probed = false;
    }

    void listen(Fact.Tick tick, LineFrame said) {
        if (probed) {
            return;
        }
        long startOfFrameNs = tick.atNs() - LineFrame.NS;
        window(startOfFrameNs, tick.said0(), said, 0, tick.atNs());
        window(startOfFrameNs + Moment.WINDOW_NS, tick.said1(), said, SpeechEnergy.WINDOW, tick.atNs());
    }

    private void window(long fromNs, float dbm0, LineFrame said, int firstSample, long nowNs) {
        if (voice.isVoiced(dbm0, said, firstSample)) {
            voiced(fromNs, fromNs + voicedSamples(said, firstSample) * LineFrame.SAMPLE_NS, nowNs);
        } else {
            silent(fromNs + Moment.WINDOW_NS - voicedUntilNs, nowNs);
        }
    }

    /** How much of a voiced window there is up to its last voiced quarter: speech ends within a window, not at its edge. */
    private static int voicedSamples(LineFrame said, int firstSample) {
        for (int end = SpeechEnergy.WINDOW; end > 0; end -= QUARTER) {
            if (SpeechEnergy.isAudible(said.dbm0(firstSample + end - QUARTER, QUARTER))) {
                return end;
            }
        }
        return SpeechEnergy.WINDOW;
    }

    private void voiced(long fromNs, long untilNs, long nowNs) {
        if (state == State.SILENT) {
            state = State.MAYBE;
            startNs = fromNs;
            voicedNs = 0;
        }
        voicedUntilNs = untilNs;
        voicedNs += Moment.WINDOW_NS;
        if (state == State.MAYBE && voicedNs >= SPEECH_NS) {
            state = State.SPEAKING;
            out.accept(new Fact.CallerStarted(nowNs, startNs));
        }
    }

    /** The caller speaks no more, for the call is over. */
    void end(long nowNs) {
        if (state == State.SPEAKING) {
            out.accept(new Fact.CallerEnded(nowNs, voicedUntilNs));
        }
        state = State.SILENT;
    }

    private void silent(long quietNs, long nowNs) {
        if (state == State.MAYBE && quietNs > CLICK_GAP_NS) {
            state = State.SILENT;
        } else if (state == State.SPEAKING && quietNs >= HANGOVER_NS) {
            state = State.SILENT;
            out.accept(new Fact.CallerEnded(nowNs, voicedUntilNs));
        }
    }
}
