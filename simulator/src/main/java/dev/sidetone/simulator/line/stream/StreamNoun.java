package dev.sidetone.simulator.line.stream;

import java.net.URI;
import java.util.Map;

/**
 * What a {@code <Stream>} asks for.
 *
 * @param url as it is dialled: absolute, without query
 */
public record StreamNoun(URI url, Map<String, String> parameters) {}
