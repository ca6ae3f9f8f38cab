package dev.sidetone.bridge.socket;

/**
 * The reason why an open WebSocket closed: who ended it, and by whose limit. Recorded at the socket, where alone it is known. Immutable.
 *
 * @param by who or what ended it
 * @param code the closing code that the peer sent or that this end sent; 1005 for none, 1006 without a closing handshake
 * @param reason the words that came or went with it; for a limit of this end what the peer did, a half-sentence without its subject
 */
public record CloseCause(By by, int code, String reason) {
    private static final int NO_CODE = 1005;
    private static final int NO_CLOSE_FRAME = 1006;
    private static final int GOING_AWAY = 1001;
    private static final int POLICY_VIOLATION = 1008;
    private static final int TOO_BIG = 1009;

    /** Who or what ended a connection. */
    public enum By {
        /** The peer closed it. */
        PEER,
        /** The owner of this end closed it. */
        OWNER,
        /** The connection ended without a closing handshake. */
        LOSS,
        /** This end closed it, because the peer's frames break RFC 6455. */
        PROTOCOL,
        /** This end closed it, because a message was longer than it takes. */
        MESSAGE_LIMIT,
        /** This end closed it, because the peer left more unread than this end holds for it. */
        UNREAD_LIMIT,
        /** This end closed it, because nothing came for as long as it waits. */
        SILENCE_LIMIT
    }

    /** The peer closed with {@code code}: 1005 without one; with 1006 it did not, for the connection was lost. */
    public static CloseCause byPeer(int code, String reason) {
        return code == NO_CLOSE_FRAME ? lost() : new CloseCause(By.PEER, code, reason);
    }

    /** The owner of this end closed. */
    public static CloseCause byOwner(int code, String reason) {
        return new CloseCause(By.OWNER, code, reason);
    }

    /** The connection ended without a closing handshake. */
    public static CloseCause lost() {
        return new CloseCause(By.LOSS, NO_CLOSE_FRAME, "");
    }

    /** The peer broke the protocol; this end closed with {@code code}. */
    public static CloseCause brokenProtocol(int code, String reason) {
        return new CloseCause(By.PROTOCOL, code, reason);
    }

    /** A message of the peer was longer than {@code mostBytes}. */
    public static CloseCause tooLong(long mostBytes) {
        return new CloseCause(
                By.MESSAGE_LIMIT,
                TOO_BIG,
                "sent a message longer than the " + size(mostBytes) + " that are taken here");
    }

    /** The peer left more than {@code mostBytes} unread. */
    public static CloseCause unread(long mostBytes) {
        return new CloseCause(
                By.UNREAD_LIMIT,
                POLICY_VIOLATION,
                "does not read: the " + size(mostBytes) + " that are held for it here were full");
    }

    /** The peer sent nothing for {@code ns}. */
    public static CloseCause silent(long ns) {
        return new CloseCause(
                By.SILENCE_LIMIT, GOING_AWAY, "sent nothing for " + ns / 1_000_000_000L + " s, not even a pong");
    }

    /** Returns whether a limit of this end was the reason: the peer did not close. */
    public boolean isOwnLimit() {
        return by == By.MESSAGE_LIMIT || by == By.UNREAD_LIMIT || by == By.SILENCE_LIMIT;
    }

    /** Returns whether the peer closed, and without a code. */
    public boolean isWithoutCode() {
        return by == By.PEER && code == NO_CODE;
    }

    /** One phrase about it, in which this end is {@code here} and the other {@code peer}. */
    public String words(String here, String peer) {
        String said = reason.isEmpty() ? "" : " (\"" + reason + "\")";
        return switch (by) {
            case PEER ->
                peer + " closed the connection " + (isWithoutCode() ? "without a code" : "with " + code + said);
            case OWNER -> here + " closed the connection to " + peer + " with " + code + said;
            case LOSS -> "the connection to " + peer + " was lost, without a closing handshake";
            case PROTOCOL -> here + " closed the connection to " + peer + ": it broke the WebSocket protocol" + said;
            case MESSAGE_LIMIT, UNREAD_LIMIT, SILENCE_LIMIT ->
                here + " closed the connection to " + peer + " by its own limit: the other end " + reason;
        };
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes >= 1 << 10 ? (bytes >> 10) + " KiB" : bytes + " bytes";
    }
}
