package dev.sidetone.simulator.live;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A live call's recording, kept open past the call's end: what Twilio has to say of the call comes seconds later and belongs into it.
 * First the timeline's, and once that is closed its {@link AlertPoller}'s.
 */
final class HeldOpenSpool implements Spool {
    private final Spool kept;
    private final BiConsumer<String, HeldOpenSpool> named;
    private volatile @Nullable CallResult result;

    /** @param named is told whose call it is once that is known, with the first fact */
    HeldOpenSpool(Spool kept, BiConsumer<String, HeldOpenSpool> named) {
        this.kept = kept;
        this.named = named;
    }

    @Override
    public void write(Fact fact) throws IOException {
        if (fact instanceof Fact.CallPlaced placed) {
            named.accept(placed.callSid(), this);
        }
        kept.write(fact);
    }

    @Override
    public void write(Fact.Tick tick, LineFrame said, LineFrame heard) throws IOException {
        kept.write(tick, said, heard);
    }

    @Override
    public void write(Fact.MediaArrived media, byte[] mulaw) throws IOException {
        kept.write(media, mulaw);
    }

    @Override
    public void flush() throws IOException {
        kept.flush();
    }

    /** The call is over; the recording is not. */
    @Override
    public void close(CallResult last) throws IOException {
        kept.flush();
        result = last;
    }

    /** Whether the timeline writes no more. */
    boolean isClosed() {
        return result != null;
    }

    /** Really closes it. Only when {@link #isClosed}. */
    void close(Iterable<Fact.Found> late, CallResult withThem) throws IOException {
        for (Fact.Found found : late) {
            kept.write(found);
        }
        kept.close(withThem);
    }
}
