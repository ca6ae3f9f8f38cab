package dev.sidetone.simulator.line.stream;

import java.net.URI;
import java.util.Map;

/**
 * What a {@code <Stream>} asks for.
 *
 * @param url as it is dialled: absolute, without query
 * @param name what callbacks call it; empty for its streamSid
 * @param statusCallback the URL that is told how it fares, as it stands there; empty for none
 * @param statusCallbackMethod GET or POST
 */
public record StreamNoun(
        URI url, Map<String, String> parameters, String name, String statusCallback, String statusCallbackMethod) {}
