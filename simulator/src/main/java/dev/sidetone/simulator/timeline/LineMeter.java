package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult.Line;
import org.jspecify.annotations.Nullable;

/**
 * Measures the instrument itself: frames sent, given up and heard, and how late it was. Frames to one-way streams count in a call that has no other
 * stream. Owned by {@link CallFold}.
 */
final class LineMeter {
    private final LatencyDigest lateness = new LatencyDigest();
    private final LatencyDigest oneWayLateness = new LatencyDigest();
    private final CallClock clock;
    private boolean twoWay;
    private boolean streaming;
    private boolean ended;
    private long late;
    private long oneWayLate;
    private long givenUp;
    private long framesHeard;
    private long clockCorrections;
    private @Nullable Long lastTickNs;

    LineMeter(CallClock clock) {
        this.clock = clock;
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.FrameWritten written) {
            written(written);
        } else if (fact instanceof Fact.StreamStarted) {
            twoWay = true;
            streaming = true;
        } else if (fact instanceof Fact.OneWayStarted) {
            streaming = true;
        } else if (fact instanceof Fact.StreamEnded) {
            streaming = false;
        } else if (fact instanceof Fact.Tick tick) {
            framesHeard += isHeard(tick) ? 1 : 0;
            long before = givenUpBefore(tick);
            clockCorrections += before;
            givenUp += streaming ? before : 0;
            lastTickNs = tick.atNs();
        } else if (fact instanceof Fact.ClockCorrected corrected) {
            clockCorrections += corrected.ticks();
        } else if (fact instanceof Fact.CallEnded) {
            ended = true;
        }
    }

    private void written(Fact.FrameWritten frame) {
        int boundMs = clock.measured() == MeasuredAt.BRIDGE ? Thresholds.LATE_AT_BRIDGE_MS : Thresholds.LATE_FRAME_MS;
        long isLate = CallClock.ms(frame.lateNs()) > boundMs ? 1 : 0;
        if (frame.oneWay()) {
            oneWayLateness.recordNs(frame.lateNs());
            oneWayLate += isLate;
        } else {
            lateness.recordNs(frame.lateNs());
            late += isLate;
        }
    }

    /** Something was to be heard: of the stream, silence too, or of what the carrier plays. */
    private static boolean isHeard(Fact.Tick tick) {
        return tick.heardBytes() > 0 || SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1());
    }

    private long givenUpBefore(Fact.Tick tick) {
        return lastTickNs == null ? 0 : Math.max(0, Math.round((double) (tick.atNs() - lastTickNs) / LineFrame.NS) - 1);
    }

    /**
     * The numbers so far. Of a call that goes on they are asked for several times a second: the samples are copied when it is over.
     *
     * @param turns whether enough of the turns could be judged
     */
    Line line(boolean turns) {
        boolean oneWay = !twoWay && lateness.count() == 0;
        LatencyDigest sent = oneWay ? oneWayLateness : lateness;
        boolean reliable = turns && isOnTime(sent.count(), oneWay ? oneWayLate : late);
        return new Line(
                sent.count(),
                framesHeard,
                sent.p50Ms(),
                sent.p99Ms(),
                sent.maxMs(),
                clockCorrections,
                reliable,
                ended ? sent.copy() : null);
    }

    /** Frames that an injected fault loses or holds back were never due, and do not count. */
    private boolean isOnTime(long sent, long sentLate) {
        return 100 * (sentLate + givenUp) <= Thresholds.UNRELIABLE_FRAMES_PERCENT * (sent + givenUp);
    }
}
