package dev.sidetone.bridge;

import dev.sidetone.bridge.call.Call;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be remembered between the requests of one call: the token its stream has to bring, and how the stream ended. The requests
 * arrive on different event loops, so this one place is locked; it is not on the audio's path. Only the last calls are remembered.
 */
final class CallDesk {
    private static final int MOST_CALLS = 10_000;
    private static final int TOKEN_BYTES = 16;

    private final Map<String, Remembered> calls = Collections.synchronizedMap(new RecentCalls());
    private final SecureRandom random = new SecureRandom();

    private record Remembered(String token, boolean redeemed, Call.Ending ending) {}

    /** The token for a call's next stream; a repeated webhook gets the same, a call that had its stream a new one. */
    String token(String callSid) {
        return calls.compute(callSid, (sid, entry) -> entry == null || entry.redeemed() ? unused() : entry)
                .token();
    }

    private Remembered unused() {
        return new Remembered(newToken(), false, Call.Ending.CALLER_LEFT);
    }

    /** Takes a token in: true once, for the right one. */
    boolean redeem(String callSid, String token) {
        synchronized (calls) {
            Remembered entry = calls.get(callSid);
            if (entry == null || entry.redeemed() || !entry.token().equals(token)) {
                return false;
            }
            calls.put(callSid, new Remembered(token, true, entry.ending()));
            return true;
        }
    }

    void ended(String callSid, Call.Ending ending) {
        calls.computeIfPresent(callSid, (sid, entry) -> new Remembered(entry.token(), entry.redeemed(), ending));
    }

    /** How a call's stream ended; for a call that is not known, as if the caller had left. */
    Call.Ending ending(String callSid) {
        Remembered entry = calls.get(callSid);
        return entry == null ? Call.Ending.CALLER_LEFT : entry.ending();
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static final class RecentCalls extends LinkedHashMap<String, Remembered> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST_CALLS;
        }
    }
}
