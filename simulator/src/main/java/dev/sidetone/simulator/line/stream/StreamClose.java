package dev.sidetone.simulator.line.stream;

import dev.sidetone.simulator.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The close of a server's end of a socket. A server ends a stream by closing, with code 1000 or without a code; any other code means that
 * something went wrong. Immutable.
 */
record StreamClose(int code, String reason) {
    private static final int NORMAL = 1000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int NO_CODE = 1005;
    private static final int ABNORMAL = 1006;
    private static final int NOT_UTF_8 = 1007;

    /** A connection that ended without a closing handshake. */
    static StreamClose lost() {
        return new StreamClose(ABNORMAL, "");
    }

    /** The finding about it, if something is wrong. */
    @Nullable
    Finding finding() {
        if (code == ABNORMAL) {
            return StreamFindings.dropped();
        }
        if (breaksProtocol()) {
            return StreamFindings.protocol(FramingProblem.words(code, reason));
        }
        return code == NORMAL || code == NO_CODE ? null : StreamFindings.closedWith(code, reason);
    }

    /** Returns whether the stream failed rather than being ended by the server. */
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
