package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Playout;
import org.jspecify.annotations.Nullable;

/** Measures the playout queue: how deep it was, how often it ran dry, how it was filled. Owned by {@link CallFold}. */
final class PlayoutMeter {
    private static final long UNDERRUN_NS = 300_000_000L;

    private final ArrivalMeter arrivals = new ArrivalMeter();
    private final DepthMeter depth;
    private long queuedBytes;
    private long goneBytes;
    private long deepestBytes;
    private @Nullable Long dryFromNs;
    private int underruns;

    PlayoutMeter(CallClock origin) {
        this.depth = new DepthMeter(origin);
    }

    void hear(Moment moment) {
        if (moment instanceof Moment.Queued queued) {
            queuedBytes = queued.firstByte() + queued.bytes();
            deepestBytes = Math.max(deepestBytes, queuedBytes - goneBytes);
            depth.depth(queued.atNs(), queuedBytes - goneBytes);
            arrivals.chunk(queued.atNs(), queued.bytes());
        } else if (moment instanceof Moment.Window window) {
            goneBytes = window.endByte();
            depth.depth(window.atNs(), Math.max(0, queuedBytes - goneBytes));
        } else if (moment instanceof Moment.Cleared cleared) {
            goneBytes += cleared.bytes();
            dryFromNs = null;
            arrivals.answerOver();
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.Tick tick && tick.heardBytes() > 0) {
            goesOn(tick.atNs());
            dryFromNs = tick.queuedBytes() > 0 ? null : tick.atNs() + tick.heardBytes() * LineFrame.SAMPLE_NS;
        } else if (fact instanceof Fact.CallerEnded) {
            arrivals.answerOver();
        } else if (fact instanceof Fact.StreamStarted) {
            depth.begin(fact.atNs());
        }
    }

    private void goesOn(long atNs) {
        if (dryFromNs != null) {
            long dryNs = atNs - dryFromNs;
            underruns += dryNs >= LineFrame.NS && dryNs <= UNDERRUN_NS ? 1 : 0;
        }
    }

    Playout playout() {
        double deepestMs = deepestBytes * 1000.0 / LineFrame.RATE_HZ;
        return new Playout(deepestMs, underruns, arrivals.fastest(), arrivals.jitterMs(), depth.depth());
    }
}
