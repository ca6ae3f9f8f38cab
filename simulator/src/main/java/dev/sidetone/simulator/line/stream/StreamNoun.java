package dev.sidetone.simulator.line.stream;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code <Stream>} asks for. Immutable.
 *
 * @param url as it is dialled: absolute, without query
 * @param parameters its {@code <Parameter>}s in their order
 * @param name its name, or an empty string
 * @param track what of the call it carries
 * @param statusCallback whom to tell how the stream fares, or null
 * @param statusCallbackMethod GET or POST
 */
public record StreamNoun(
        URI url,
        Map<String, String> parameters,
        String name,
        Track track,
        @Nullable URI statusCallback,
        String statusCallbackMethod) {
    public StreamNoun {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A bidirectional stream with nothing but its url and its parameters. */
    public static StreamNoun to(URI url, Map<String, String> parameters) {
        return new StreamNoun(url, parameters, "", Track.INBOUND, null, "POST");
    }
}
