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
 * Stores what later requests of a call need: the token that its stream must carry, and how its stream ended. Requests arrive on different
 * event loops, so this store is locked; it is not on the audio path. Entries expire.
 */
final class CallStateStore {
    /** From the webhook's response to the stream's start: Twilio needs a second or two. */
    static final long TOKEN_LIFE_NS = 60_000_000_000L;

    private static final int MOST_TOKENS = 10_000;
    private static final int MOST_ENDINGS = 10_000;
    private static final int TOKEN_BYTES = 16;

    /** By CallSid, the oldest first. */
    private final Map<String, IssuedToken> tokens = new LinkedHashMap<>();

    private final Map<String, StreamEnding> endings = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private record IssuedToken(String token, long issuedNs, boolean placedByUs, boolean used) {}

    /** The result of redeeming a token. */
    enum Redeemed {
        INBOUND("the token of an inbound call"),
        OUTBOUND("the token of an outbound call"),
        WRONG("without the token of its TwiML"),
        TWICE("with a token that was used before");

        /** For the log. */
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
     * @param placedByUs true for an outbound call
     */
    synchronized String token(String callSid, boolean placedByUs, long nowNs) {
        dropOld(nowNs);
        IssuedToken known = tokens.remove(callSid);
        String token = known == null || known.used() ? newToken() : known.token();
        tokens.put(callSid, new IssuedToken(token, nowNs, placedByUs, false));
        dropFirst(tokens, MOST_TOKENS);
        endings.remove(callSid);
        return token;
    }

    /** Redeems a token, which is valid once, for its own call, until it expires. */
    synchronized Redeemed redeem(String callSid, String token, long nowNs) {
        dropOld(nowNs);
        IssuedToken issued = tokens.get(callSid);
        if (issued == null || !MessageDigest.isEqual(issued.token().getBytes(UTF_8), token.getBytes(UTF_8))) {
            return Redeemed.WRONG;
        }
        if (issued.used()) {
            return Redeemed.TWICE;
        }
        tokens.put(callSid, new IssuedToken(token, issued.issuedNs(), issued.placedByUs(), true));
        return issued.placedByUs() ? Redeemed.OUTBOUND : Redeemed.INBOUND;
    }

    /** True while a call's stream is still to come. */
    synchronized boolean isExpected(String callSid, long nowNs) {
        dropOld(nowNs);
        IssuedToken issued = tokens.get(callSid);
        return issued != null && !issued.used();
    }

    /** The number of streams that are still to come. */
    synchronized int expected(long nowNs) {
        dropOld(nowNs);
        return (int) tokens.values().stream().filter(issued -> !issued.used()).count();
    }

    /** Drops the token of a call that has ended. */
    synchronized void forget(String callSid) {
        tokens.remove(callSid);
    }

    /** Records how a call's stream ended. */
    synchronized void ended(String callSid, StreamEnding ending) {
        endings.remove(callSid);
        endings.put(callSid, ending);
        dropFirst(endings, MOST_ENDINGS);
    }

    /** The way a call's stream ended, or null when that is not known. */
    synchronized @Nullable StreamEnding ending(String callSid) {
        return endings.get(callSid);
    }

    /** The number of entries. */
    synchronized int size() {
        return tokens.size() + endings.size();
    }

    private void dropOld(long nowNs) {
        Iterator<IssuedToken> oldest = tokens.values().iterator();
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
