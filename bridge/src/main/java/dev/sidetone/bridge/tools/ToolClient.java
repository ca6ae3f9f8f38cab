package dev.sidetone.bridge.tools;

import dev.sidetone.bridge.time.Timers;
import java.net.URI;
import java.util.function.Consumer;

/** How a tool's arguments get to whoever does it. Called on a call's loop; the answer comes back there, later, and at most once. */
@FunctionalInterface
public interface ToolClient {
    /**
     * Posts {@code arguments}, a JSON object.
     *
     * @return forgets the request: nothing is answered any more
     */
    Runnable post(URI url, String arguments, Timers loop, Consumer<Answer> done);

    /**
     * What came back.
     *
     * @param failed whether nobody did it
     * @param text the body; of a failure what is wrong, for a person
     */
    record Answer(boolean failed, String text) {}
}
