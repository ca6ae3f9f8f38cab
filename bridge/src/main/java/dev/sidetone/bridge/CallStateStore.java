package dev.sidetone.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sidetone.bridge.call.StreamEnding;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered between the requests of one call: the token its stream has to bring, and how the stream ended. The requests
 * arrive on different event loops, so this one place is locked; it is not on the audio's path. Nothing is remembered for ever.
 */
final class CallStateStore {
    /** From the webhook's answer to the stream's start: Twilio needs a second or two. */
    static final long TOKEN_LIFE_NS = 60_000_000_000L;

    private static final int MOST_TICKETS = 10_000;
    private static final int MOST_ENDINGS = 10_000;
    private static final int TOKEN_BYTES = 16;

    /** By CallSid, the oldest first. */
    private final Map<String, Ticket> tickets = new LinkedHashMap<>();

    private final Map<String, StreamEnding> endings = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private record Ticket(String token, long issuedNs, boolean placedByUs, boolean used) {}

    /** What a token turned out to be. */
    enum Redeemed {
        INBOUND("the token of an inbound call"),
        OUTBOUND("the token of an outbound call"),
        WRONG("without the token of its TwiML"),
        TWICE("with a token that was used before");

        final String words;

        Redeemed(String words) {
            this.words = words;
        }

        boolean isGood() {
            return this == INBOUND || this == OUTBOUND;
        }
    }

    /**
     * The token for a call's next stream; a repeated webhook gets the same, a call that had its stream a new one.
     *
     * @param placedByUs whether we call them
     */
    synchronized String token(String callSid, boolean placedByUs, long nowNs) {
        dropOld(nowNs);
        Ticket known = tickets.remove(callSid);
        String token = known == null || known.used() ? newToken() : known.token();
        tickets.put(callSid, new Ticket(token, nowNs, placedByUs, false));
        dropFirst(tickets, MOST_TICKETS);
        endings.remove(callSid);
        return token;
    }

    /** Takes a token in: good once, for its own call, while it is fresh. */
    synchronized Redeemed redeem(String callSid, String token, long nowNs) {
        dropOld(nowNs);
        Ticket ticket = tickets.get(callSid);
        if (ticket == null || !MessageDigest.isEqual(ticket.token().getBytes(UTF_8), token.getBytes(UTF_8))) {
            return Redeemed.WRONG;
        }
        if (ticket.used()) {
            return Redeemed.TWICE;
        }
        tickets.put(callSid, new Ticket(token, ticket.issuedNs(), ticket.placedByUs(), true));
        return ticket.placedByUs() ? Redeemed.OUTBOUND : Redeemed.INBOUND;
    }

    /** Whether a call's stream is still to come. */
    synchronized boolean isExpected(String callSid, long nowNs) {
        dropOld(nowNs);
        Ticket ticket = tickets.get(callSid);
        return ticket != null && !ticket.used();
    }

    /** How many streams are still to come. */
    synchronized int expected(long nowNs) {
        dropOld(nowNs);
        return (int) tickets.values().stream().filter(ticket -> !ticket.used()).count();
    }

    /** No stream of this call is to come any more. */
    synchronized void forget(String callSid) {
        tickets.remove(callSid);
    }

    synchronized void ended(String callSid, StreamEnding ending) {
        endings.remove(callSid);
        endings.put(callSid, ending);
        dropFirst(endings, MOST_ENDINGS);
    }

    /** How a call's stream ended, or null when none did that we know of. */
    synchronized @Nullable StreamEnding ending(String callSid) {
        return endings.get(callSid);
    }

    /** How much is remembered. */
    synchronized int size() {
        return tickets.size() + endings.size();
    }

    private void dropOld(long nowNs) {
        Iterator<Ticket> oldest = tickets.values().iterator();
        while (oldest.hasNext() && nowNs - oldest.next().issuedNs() > TOKEN_LIFE_NS) {
            oldest.remove();
        }
    }

    private static <T> void dropFirst(Map<String, T> map, int most) {
        if (map.size() > most) {
            map.remove(map.keySet().iterator().next());
        }
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
