package dev.sidetone.bridge.text;

import java.util.function.Consumer;

/**
 * The log's warnings about one call's peers: each names the call and is one short line, and a peer that gives cause for many fills no disk.
 * Owned by the call's event loop.
 */
public final class CallWarnings implements Consumer<String> {
    /** The number of warnings after which a call is silent. */
    public static final int MOST = 20;

    private static final int MOST_CHARS = 400;

    private final String callSid;
    private final Consumer<String> log;
    private int warnings;

    public CallWarnings(String callSid, Consumer<String> log) {
        this.callSid = ForeignText.line(callSid, MOST_CHARS);
        this.log = log;
    }

    /** Logs {@code what}, unless the call has been warned of too often. */
    @Override
    public void accept(String what) {
        if (warnings < MOST) {
            warnings++;
            log.accept(callSid + ": " + ForeignText.line(what, MOST_CHARS)
                    + (warnings == MOST ? " (no further warnings about this call)" : ""));
        }
    }
}
