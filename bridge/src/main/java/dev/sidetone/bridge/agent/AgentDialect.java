package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One vendor's wire, for one call: the only code that knows that vendor's field names. It reads and writes text and keeps what the
 * protocol needs remembered; sockets, time and holding are {@link DialledAgent}'s. Lives on the call's event loop.
 */
public interface AgentDialect {
    /** Where to dial, with the vendor's query. */
    URI url();

    /** The handshake's headers, with the key. */
    Map<String, String> headers();

    /** Reads one message: answers on {@code out} what the protocol wants, tells {@code events} what it means. */
    void read(String text, long atNs, Consumer<String> out, Consumer<AgentEvent> events);

    /** The messages for 20 ms of the caller. */
    void hear(MulawChunk audio, Consumer<String> out);

    /** The messages for a key. */
    void press(char digit, Consumer<String> out);

    /** The messages for an answer of which only the first {@code heardMs} were heard. */
    void interrupt(String answerId, long heardMs, Consumer<String> out);

    /** What the wire's refusal or end means. {@code httpStatus} is 0 when there was no HTTP answer or the wire was open already. */
    AgentFailure failure(int httpStatus, int closeCode, String reason);
}
