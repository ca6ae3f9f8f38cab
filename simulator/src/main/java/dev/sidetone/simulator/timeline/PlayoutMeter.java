package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult.Playout;
import org.jspecify.annotations.Nullable;

/** Measures the playout queue: how deep it got, how often it ran dry, how fast it was filled. Owned by {@link CallFold}. */
final class PlayoutMeter {
    private static final long UNDERRUN_NS = 300_000_000L;

    private final BurstMeter burst = new BurstMeter();
    private long goneBytes;
    private long deepestBytes;
    private @Nullable Long dryFromNs;
    private int underruns;

    void hear(Moment moment) {
        if (moment instanceof Moment.Queued queued) {
            deepestBytes = Math.max(deepestBytes, queued.firstByte() + queued.bytes() - goneBytes);
            burst.chunk(queued.atNs(), queued.bytes());
        } else if (moment instanceof Moment.Window window) {
            goneBytes = window.endByte();
        } else if (moment instanceof Moment.Cleared cleared) {
            goneBytes += cleared.bytes();
            dryFromNs = null;
            burst.answerOver();
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.Tick tick && tick.heardBytes() > 0) {
            goesOn(tick.atNs());
            dryFromNs = tick.queuedBytes() > 0 ? null : tick.atNs() + tick.heardBytes() * LineFrame.SAMPLE_NS;
        } else if (fact instanceof Fact.CallerEnded) {
            burst.answerOver();
        }
    }

    private void goesOn(long atNs) {
        if (dryFromNs != null) {
            long dryNs = atNs - dryFromNs;
            underruns += dryNs >= LineFrame.NS && dryNs <= UNDERRUN_NS ? 1 : 0;
        }
    }

    Playout playout() {
        return new Playout(deepestBytes * 1000.0 / LineFrame.RATE_HZ, underruns, burst.fastest());
    }
}
