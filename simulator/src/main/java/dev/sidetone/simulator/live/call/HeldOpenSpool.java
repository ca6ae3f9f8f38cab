package dev.sidetone.simulator.live.call;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A live call's recording that stays open past the call's end, because Twilio's alerts on the call arrive seconds later and belong to it.
 * The timeline owns it until it closes it; then {@link AlertPoller} does.
 */
final class HeldOpenSpool implements Spool {
    private final Spool recording;
    private volatile boolean ended;

    HeldOpenSpool(Spool recording) {
        this.recording = recording;
    }

    @Override
    public boolean isKept() {
        return recording.isKept();
    }

    @Override
    public @Nullable Path folder() {
        return recording.folder();
    }

    @Override
    public void write(Fact fact) throws IOException {
        recording.write(fact);
    }

    @Override
    public void write(Fact.Tick tick, LineFrame said, LineFrame heard) throws IOException {
        recording.write(tick, said, heard);
    }

    @Override
    public void write(Fact.MediaArrived media, byte[] mulaw) throws IOException {
        recording.write(media, mulaw);
    }

    @Override
    public void flush() throws IOException {
        recording.flush();
    }

    /** Flushes the recording and keeps it open, unless it cannot be written any more. */
    @Override
    public void close(CallResult result) throws IOException {
        try {
            recording.flush();
            ended = true;
        } finally {
            if (!ended) {
                recording.close(result);
            }
        }
    }

    /**
     * Adds the alerts to the recording and closes it, if the timeline has finished with it; otherwise the timeline failed to write it and
     * nothing is done.
     *
     * @param result the call's result, the alerts included
     */
    void closeWith(Iterable<Fact.Found> alerts, CallResult result) throws IOException {
        if (ended) {
            for (Fact.Found alert : alerts) {
                recording.write(alert);
            }
            recording.close(result);
        }
    }
}
