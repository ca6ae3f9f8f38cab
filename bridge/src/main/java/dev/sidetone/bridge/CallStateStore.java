package dev.sidetone.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sidetone.bridge.call.StreamEnding;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores what later requests of a call need: the token that its stream must carry, and how its stream ended. Requests arrive on different
 * event loops, so this store is locked; it is not on the audio path. Entries expire.
 */
final class CallStateStore {
    /** From the webhook's response to the stream's start: Twilio needs a second or two. */
    static final long TOKEN_LIFE_NS = 60_000_000_000L;

    /** For so long a caller whose stream is to come takes one of the bridge's places: the callback about one who left may be lost. */
    static final long PLACE_NS = 15_000_000_000L;

    private static final int MOST_TOKENS = 10_000;
    private static final int MOST_ENDINGS = 10_000;
    private static final int TOKEN_BYTES = 16;

    /** By CallSid, the oldest first. */
    private final Map<String, IssuedToken> tokens = new LinkedHashMap<>();

    /** The CallSids whose token is not used yet, the longest waiting first: what expires is found without looking at every call of the day. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** The CallSids of calls that the bridge is taking off their stream. */
    private final Set<String> detours = new HashSet<>();

    private final Map<String, StreamEnding> endings = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * The token of one call's next or present stream.
     *
     * @param placeNs the time of the first request for it, from which the call's place counts
     * @param issuedNs the time of the last request for it
     * @param requests the signatures of the requests for the call's documents so far
     * @param used true once a stream has brought it, or the call is over
     */
    private record IssuedToken(
            String token, long placeNs, long issuedNs, boolean placedByUs, Set<String> requests, boolean used) {
        IssuedToken again(long nowNs, boolean outbound, @Nullable String signature) {
            return new IssuedToken(token, placeNs, nowNs, outbound, with(signature), used);
        }

        IssuedToken replaced(String next, long nowNs, boolean outbound, @Nullable String signature) {
            return new IssuedToken(next, nowNs, nowNs, outbound, with(signature), false);
        }

        IssuedToken spent() {
            return new IssuedToken(token, placeNs, issuedNs, placedByUs, requests, true);
        }

        IssuedToken requested(String signature) {
            return new IssuedToken(token, placeNs, issuedNs, placedByUs, with(signature), used);
        }

        private Set<String> with(@Nullable String signature) {
            return signature == null || requests.contains(signature)
                    ? requests
                    : Stream.concat(requests.stream(), Stream.of(signature)).collect(Collectors.toUnmodifiableSet());
        }
    }

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

    /** Same as {@link #token(String, boolean, String, long)} for a request that is not signed. */
    String token(String callSid, boolean placedByUs, long nowNs) {
        return token(callSid, placedByUs, null, nowNs);
    }

    /**
     * The token for a call's next stream; a repeated webhook gets the same, a call that had its stream a new one. A signed request that
     * came before for a call that had its stream is a replay: it gets the token that is used already, so that it cannot open a stream.
     *
     * @param placedByUs true for an outbound call
     * @param signature the request's signature, or null
     */
    synchronized String token(String callSid, boolean placedByUs, @Nullable String signature, long nowNs) {
        dropOld(nowNs);
        IssuedToken known = tokens.remove(callSid);
        boolean detour = detours.remove(callSid);
        IssuedToken next = next(known, detour, placedByUs, signature, nowNs);
        tokens.put(callSid, next);
        waiting.remove(callSid);
        if (!next.used()) {
            waiting.add(callSid);
            endings.remove(callSid);
        }
        waiting.remove(dropFirst(tokens, MOST_TOKENS));
        return next.token();
    }

    private IssuedToken next(
            @Nullable IssuedToken known, boolean detour, boolean placedByUs, @Nullable String signature, long nowNs) {
        if (known == null) {
            IssuedToken none = new IssuedToken("", nowNs, nowNs, placedByUs, Set.of(), true);
            return none.replaced(newToken(), nowNs, placedByUs, signature);
        }
        boolean replay = !detour && signature != null && known.requests().contains(signature);
        return known.used() && !replay
                ? known.replaced(newToken(), nowNs, placedByUs, signature)
                : known.again(nowNs, placedByUs, signature);
    }

    /**
     * Notes a signed request for what follows a call's stream. True for one that came before: a replay, or Twilio's own repetition, whose
     * effect has been had.
     */
    synchronized boolean isRepeated(String callSid, @Nullable String signature) {
        IssuedToken known = tokens.get(callSid);
        if (known == null || signature == null || known.requests().contains(signature)) {
            return known != null && signature != null;
        }
        tokens.put(callSid, known.requested(signature));
        return false;
    }

    /** The bridge itself takes a call off its stream, so that its document may be requested once more as before. */
    synchronized void detours(String callSid) {
        detours.add(callSid);
        if (detours.size() > MOST_TOKENS) {
            detours.clear();
        }
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
        spend(callSid, issued);
        return issued.placedByUs() ? Redeemed.OUTBOUND : Redeemed.INBOUND;
    }

    private void spend(String callSid, IssuedToken issued) {
        tokens.put(callSid, issued.spent());
        waiting.remove(callSid);
    }

    /** True while a call's stream is still to come. */
    synchronized boolean isExpected(String callSid, long nowNs) {
        dropOld(nowNs);
        return waiting.contains(callSid);
    }

    /** The number of streams that are still to come and take a place. */
    synchronized int expected(long nowNs) {
        dropOld(nowNs);
        return (int) waiting.stream()
                .filter(callSid -> nowNs - issued(callSid).placeNs() < PLACE_NS)
                .count();
    }

    /** Makes the token of a call that has ended worthless; the call's place is free. */
    synchronized void forget(String callSid) {
        IssuedToken issued = tokens.get(callSid);
        if (issued != null) {
            spend(callSid, issued);
        }
        detours.remove(callSid);
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
        for (Iterator<String> oldest = waiting.iterator(); oldest.hasNext(); ) {
            String callSid = oldest.next();
            if (nowNs - issued(callSid).issuedNs() <= TOKEN_LIFE_NS) {
                return;
            }
            oldest.remove();
            tokens.remove(callSid);
        }
    }

    /** The token of a call that waits for its stream. */
    private IssuedToken issued(String callSid) {
        return Objects.requireNonNull(tokens.get(callSid), callSid);
    }

    /** Removes the oldest entry of more than {@code most}; returns its key, or null. */
    private static <T> @Nullable String dropFirst(Map<String, T> map, int most) {
        if (map.size() <= most) {
            return null;
        }
        String first = map.keySet().iterator().next();
        map.remove(first);
        return first;
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
