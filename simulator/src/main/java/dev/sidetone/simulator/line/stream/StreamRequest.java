package dev.sidetone.simulator.line.stream;

import java.net.URI;
import java.util.Map;

/**
 * The description of a stream that is to be opened. Immutable.
 *
 * @param url as it is dialled: absolute
 * @param headers the carrier's own headers of the handshake
 * @param streamSid the carrier's identifier for the stream
 * @param name the name by which it is stopped, or empty
 * @param track the part of the call that it carries
 * @param strict whether a message that breaks its protocol ends the stream
 * @param observer follows the stream
 */
public record StreamRequest(
        URI url,
        Map<String, String> headers,
        String streamSid,
        String name,
        Track track,
        boolean strict,
        StreamObserver observer) {}
