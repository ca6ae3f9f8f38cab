package dev.sidetone.simulator.line.net;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The origin that is dialled in place of a Stream's own.
 *
 * @param fixed this one, whatever the Stream's URL; null leaves it to {@code auto}
 * @param auto the server's own, when it is on this machine and the Stream's host is not, or is the same with a TLS that the server has not
 */
public record StreamOrigin(@Nullable URI fixed, boolean auto) {
    /** The server's own, when it is on this machine and the Stream's host is not, or is the same with a TLS that the server has not. */
    public static final StreamOrigin AUTO = new StreamOrigin(null, true);
    /** The Stream's own. */
    public static final StreamOrigin OFF = new StreamOrigin(null, false);

    /** This one, {@code ws} or {@code wss}. */
    public static StreamOrigin at(URI origin) {
        return new StreamOrigin(origin, false);
    }
}
