package dev.sidetone.simulator.line;

import dev.sidetone.simulator.line.stream.MediaStream;
import org.jspecify.annotations.Nullable;

/** The one stream that a call can have. Owned by its call, on the line thread. */
final class StreamSlot {
    private @Nullable MediaStream stream;

    void put(MediaStream dialled) {
        stream = dialled;
    }

    /** The stream, if it is open. */
    @Nullable
    MediaStream open() {
        return stream != null && stream.isOpen() ? stream : null;
    }

    /** Stops the stream there is; whether it has still to close. */
    boolean stop() {
        MediaStream open = open();
        if (open != null) {
            open.stop();
        }
        if (stream != null && stream.isStopping()) {
            return true;
        }
        cut();
        return false;
    }

    /** Drops the stream without a word. */
    void cut() {
        if (stream != null) {
            stream.cut();
            stream = null;
        }
    }

    /** The stream is over by itself. */
    void clear() {
        stream = null;
    }
}
