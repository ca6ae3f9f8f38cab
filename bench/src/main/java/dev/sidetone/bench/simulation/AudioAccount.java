package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import java.util.function.Consumer;

/** What a server sends is heard, discarded by a clear, or queued; and what arrives at the line was sent by the bridge. */
final class AudioAccount implements Witness {
    /** A stream that was stopped plays nothing, though its socket is not closed yet. */
    private static final long CLOSING_NS = 7_000_000_000L;

    private final Consumer<String> broken;
    private boolean open;
    private long sent;
    private long arrived;
    private long heard;
    private long discarded;
    private long leavingSinceNs;

    AudioAccount(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void sent(ToTwilio message) {
        if (message instanceof ToTwilio.Media media) {
            sent += media.audio().bytes();
        }
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            open = true;
            sent -= arrived;
            arrived = 0;
            heard = 0;
            discarded = 0;
            leavingSinceNs = 0;
        } else if (fact instanceof Fact.StreamEnded) {
            open = false;
        } else if (fact instanceof Fact.MediaArrived media) {
            arrived += media.bytes();
            if (arrived > sent) {
                broken.accept(arrived + " bytes arrived at the line, and the bridge sent " + sent);
            }
        } else if (fact instanceof Fact.ClearArrived clear) {
            discarded += clear.discardedBytes();
        }
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heardFrame) {
        if (!open) {
            return;
        }
        heard += tick.heardBytes();
        long queued = arrived - heard - discarded;
        boolean silent = tick.heardBytes() == 0 && tick.queuedBytes() == 0;
        if (queued == tick.queuedBytes()) {
            return;
        }
        if (!silent || queued < 0) {
            broken.accept(arrived + " bytes in, " + heard + " heard, " + discarded + " discarded, and the queue holds "
                    + tick.queuedBytes());
        } else if (leavingSinceNs == 0) {
            leavingSinceNs = tick.atNs();
        } else if (tick.atNs() - leavingSinceNs > CLOSING_NS) {
            broken.accept(queued + " bytes are neither heard nor discarded nor queued");
        }
    }
}
