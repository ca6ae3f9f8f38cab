package dev.sidetone.simulator.line.stream;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@code <Stream>} asks for. Immutable.
 *
 * @param url as it is dialled: absolute, without query
 * @param parameters its {@code <Parameter>}s in their order
 * @param name what callbacks and {@code <Stop>} call it, or empty
 * @param statusCallback the absolute URL that is told how it fares, or empty
 * @param statusCallbackMethod GET or POST
 * @param track what of the call it carries
 */
public record StreamNoun(
        URI url,
        Map<String, String> parameters,
        String name,
        String statusCallback,
        String statusCallbackMethod,
        Track track) {
    public StreamNoun {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
