package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Line;
import org.jspecify.annotations.Nullable;

/** Measures the instrument itself: frames sent and heard, and how late it was. Owned by {@link CallFold}. */
final class LineMeter {
    private final LatencyDigest lateness = new LatencyDigest();
    private long framesHeard;
    private long clockCorrections;
    private @Nullable Long lastTickNs;

    void fold(Fact fact) {
        if (fact instanceof Fact.FrameWritten written) {
            lateness.recordNs(written.lateNs());
        } else if (fact instanceof Fact.Tick tick) {
            framesHeard += tick.heardBytes() > 0 ? 1 : 0;
            clockCorrections += givenUpBefore(tick);
            lastTickNs = tick.atNs();
        } else if (fact instanceof Fact.ClockCorrected corrected) {
            clockCorrections += corrected.ticks();
        }
    }

    private long givenUpBefore(Fact.Tick tick) {
        return lastTickNs == null ? 0 : Math.max(0, Math.round((double) (tick.atNs() - lastTickNs) / LineFrame.NS) - 1);
    }

    Line line(boolean reliable) {
        return new Line(lateness.count(), framesHeard, lateness.p50Ms(), lateness.p99Ms(), clockCorrections, reliable);
    }
}
