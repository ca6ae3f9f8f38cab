package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult.Line;
import org.jspecify.annotations.Nullable;

/**
 * Measures the instrument itself: frames sent and heard, and how late it was. Frames to one-way streams count in a call that has no other
 * stream. Owned by {@link CallFold}.
 */
final class LineMeter {
    private final LatencyDigest lateness = new LatencyDigest();
    private final LatencyDigest oneWayLateness = new LatencyDigest();
    private boolean twoWay;
    private long framesHeard;
    private long clockCorrections;
    private @Nullable Long lastTickNs;

    void fold(Fact fact) {
        if (fact instanceof Fact.FrameWritten written) {
            (written.oneWay() ? oneWayLateness : lateness).recordNs(written.lateNs());
        } else if (fact instanceof Fact.StreamStarted) {
            twoWay = true;
        } else if (fact instanceof Fact.Tick tick) {
            framesHeard += isHeard(tick) ? 1 : 0;
            clockCorrections += givenUpBefore(tick);
            lastTickNs = tick.atNs();
        } else if (fact instanceof Fact.ClockCorrected corrected) {
            clockCorrections += corrected.ticks();
        }
    }

    /** Something was to be heard: of the stream, silence too, or of what the carrier plays. */
    private static boolean isHeard(Fact.Tick tick) {
        return tick.heardBytes() > 0 || SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1());
    }

    private long givenUpBefore(Fact.Tick tick) {
        return lastTickNs == null ? 0 : Math.max(0, Math.round((double) (tick.atNs() - lastTickNs) / LineFrame.NS) - 1);
    }

    Line line(boolean reliable) {
        LatencyDigest sent = twoWay || lateness.count() > 0 ? lateness : oneWayLateness;
        return new Line(sent.count(), framesHeard, sent.p50Ms(), sent.p99Ms(), clockCorrections, reliable);
    }
}
