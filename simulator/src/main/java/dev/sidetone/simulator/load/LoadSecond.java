package dev.sidetone.simulator.load;

import dev.sidetone.simulator.timeline.LatencyDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The figures of one second of a load. The samples are kept, so that figures of many seconds come from the samples of all of them. */
final class LoadSecond {
    /** The p99 lateness from which a second's figures are withheld. */
    static final double LATE_MS = 5;

    private double[] ttfaMs = {};
    private double[] silenceMs = {};
    private int ttfas;
    private int silences;
    private int calls;
    private int failed;
    private int over;
    private boolean stalled;
    private @Nullable LatencyDigest lateness = new LatencyDigest();
    private @Nullable Double latenessP99Ms;

    void calls(int running) {
        calls = Math.max(calls, running);
    }

    void over(boolean isFailure) {
        over++;
        failed += isFailure ? 1 : 0;
    }

    void ttfa(double ms) {
        ttfaMs = grown(ttfaMs, ttfas);
        ttfaMs[ttfas++] = ms;
    }

    void silence(double ms) {
        silenceMs = grown(silenceMs, silences);
        silenceMs[silences++] = ms;
    }

    /** A frame that was due in this second was written {@code lateNs} late. */
    void frame(long lateNs) {
        if (lateness != null) {
            lateness.recordNs(lateNs);
        }
    }

    /** This machine stood still in this second. */
    void stall() {
        stalled = true;
    }

    /** Keeps of the frames' lateness what is shown, and hands the rest to {@code all}; once. */
    void close(LatencyDigest all) {
        LatencyDigest sent = lateness;
        if (sent != null) {
            all.add(sent);
            Double p99Ms = sent.p99Ms();
            latenessP99Ms = p99Ms == null ? sent.maxMs() : p99Ms;
            lateness = null;
        }
    }

    /** Whether the generator itself was late, so that the second's figures say nothing of the server. */
    boolean isWithheld() {
        return stalled || (latenessP99Ms != null && latenessP99Ms > LATE_MS);
    }

    void addTo(LatencyDigest ttfa, LatencyDigest silence) {
        for (int i = 0; i < ttfas; i++) {
            ttfa.recordMs(ttfaMs[i]);
        }
        for (int i = 0; i < silences; i++) {
            silence.recordMs(silenceMs[i]);
        }
    }

    int calls() {
        return calls;
    }

    int failed() {
        return failed;
    }

    int over() {
        return over;
    }

    @Nullable
    Double latenessP99Ms() {
        return latenessP99Ms;
    }

    private static double[] grown(double[] samples, int used) {
        return used < samples.length ? samples : Arrays.copyOf(samples, Math.max(4, 2 * used));
    }
}
