package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How a server's end of a socket was closed. Closing is how a server ends a stream; any code but the peaceful ones says that something
 * went wrong. Immutable.
 */
record StreamClose(int code, String reason) {
    private static final int NORMAL = 1000;
    private static final int GOING_AWAY = 1001;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NO_CODE = 1005;
    private static final int ABNORMAL = 1006;
    private static final int NOT_UTF_8 = 1007;

    /** A connection that ended without a closing handshake. */
    static StreamClose lost() {
        return new StreamClose(ABNORMAL, "");
    }

    /** What is wrong with it, if anything is. */
    @Nullable
    Finding finding() {
        if (code == ABNORMAL) {
            return StreamFindings.dropped();
        }
        if (breaksProtocol()) {
            return StreamFindings.protocol(reason.isEmpty() ? "code " + code : reason);
        }
        boolean peaceful = code == NORMAL || code == GOING_AWAY || code == NO_CODE;
        return peaceful ? null : StreamFindings.closedWith(code, reason);
    }

    /** Whether the stream failed rather than being ended by the server. */
    boolean isFault() {
        return code == ABNORMAL || breaksProtocol();
    }

    String why() {
        if (code == ABNORMAL) {
            return "the connection was lost";
        }
        return breaksProtocol() ? "the server broke the WebSocket protocol" : "the server closed the stream";
    }

    private boolean breaksProtocol() {
        return code == PROTOCOL_ERROR || code == NOT_UTF_8;
    }
}
