package dev.sidetone.simulator.line.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages with which a carrier begins and ends a stream. Owned by its stream, on the line thread. */
public interface StreamEnds {
    /** The messages that open the stream, in order. */
    List<String> opening();

    /** The message that ends the stream, or null where the closing handshake alone does. */
    @Nullable
    String stop();

    /** The reason that the carrier's closing frame gives, which may be empty. */
    default String closeReason() {
        return "";
    }
}
