package dev.sidetone.simulator.line;

import dev.sidetone.simulator.line.rest.Instructions;
import org.jspecify.annotations.Nullable;

/**
 * Takes a call off what it does: a stream is told to stop and has closed before the new document is asked for, and the old one never
 * goes on. Owned by its call, on the line thread.
 */
final class Redirection {
    private final LineCall call;
    private @Nullable Instructions next;

    Redirection(LineCall call) {
        this.call = call;
    }

    /** Sends the call to {@code instead}, unless it is not up. */
    void to(Instructions instead) {
        if (!call.isUp()) {
            call.note("the REST API redirected the call too late");
            return;
        }
        call.note("the REST API redirects the call");
        call.quiet();
        next = instead;
        if (!call.stopStream()) {
            goOn();
        }
    }

    /** The stream is closed; whether it was closed for this. */
    boolean goOn() {
        Instructions now = next;
        next = null;
        if (now == null) {
            return false;
        }
        call.follow(now);
        return true;
    }
}
