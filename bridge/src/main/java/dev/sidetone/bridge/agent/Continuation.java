package dev.sidetone.bridge.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session is given that goes on with a call.
 *
 * @param soFar the words of the call so far, a line each
 * @param handle the vendor's name for the session to take up, which knows them already; null for a session that must be told
 */
public record Continuation(List<String> soFar, @Nullable String handle) {
    public Continuation {
        soFar = List.copyOf(soFar);
    }
}
