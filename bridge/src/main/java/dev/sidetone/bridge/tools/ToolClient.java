package dev.sidetone.bridge.tools;

import dev.sidetone.bridge.time.Timers;
import java.net.URI;
import java.util.function.Consumer;

/** Calls tools that are not built in. Called on a call's loop; the response comes back there, later, and at most once. */
@FunctionalInterface
public interface ToolClient {
    /**
     * Posts {@code arguments}, a JSON object.
     *
     * @return cancels the request, which then gets no response
     */
    Runnable post(URI url, String arguments, Timers loop, Consumer<ToolResponse> done);

    /**
     * The response of a tool.
     *
     * @param failed true when the tool did not do its work
     * @param text the body, or the error in words for people
     */
    record ToolResponse(boolean failed, String text) {}
}
