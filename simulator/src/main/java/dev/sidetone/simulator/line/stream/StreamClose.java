package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.simulator.findings.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream's socket, as the line judges it. A server ends a stream by closing, with code 1000 or without a code; any other code
 * means that something went wrong, and what a limit of the line ended the server did not. Immutable.
 */
record StreamClose(CloseCause cause) {
    private static final int NORMAL = 1000;

    /** A connection that ended without a closing handshake. */
    static StreamClose lost() {
        return new StreamClose(CloseCause.lost());
    }

    int code() {
        return cause.code();
    }

    /** The finding about it, if something is wrong. */
    @Nullable
    Finding finding() {
        return switch (cause.by()) {
            case PEER ->
                cause.code() == NORMAL || cause.isWithoutCode()
                        ? null
                        : StreamFindings.closedWith(cause.code(), cause.reason());
            case OWNER -> null;
            case LOSS -> StreamFindings.dropped();
            case PROTOCOL -> StreamFindings.protocol(FramingProblem.words(cause.code(), cause.reason()));
            case MESSAGE_LIMIT -> StreamFindings.tooLong(cause.reason());
            case UNREAD_LIMIT, SILENCE_LIMIT -> StreamFindings.unread(cause.reason());
        };
    }

    /** Returns whether the stream failed rather than being ended by the server. */
    boolean isFault() {
        return cause.by() != CloseCause.By.PEER && cause.by() != CloseCause.By.OWNER;
    }

    String why() {
        return switch (cause.by()) {
            case PEER, OWNER -> "the server closed the stream";
            case LOSS -> "the connection was lost";
            case PROTOCOL -> "the server broke the WebSocket protocol";
            case MESSAGE_LIMIT, UNREAD_LIMIT, SILENCE_LIMIT -> "a limit of the line ended the stream";
        };
    }
}
