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

    private final Map<String, Stay> calls = Collections.synchronizedMap(new RecentCalls());
    private final SecureRandom random = new SecureRandom();

    private record Stay(String token, boolean redeemed, Call.Ending ending) {}

    /** The token for a call's stream; a repeated webhook gets the same. */
    String token(String callSid) {
        return calls.computeIfAbsent(callSid, sid -> new Stay(newToken(), false, Call.Ending.CALLER_LEFT))
                .token();
    }

    /** Takes a token in: true once, for the right one. */
    boolean redeem(String callSid, String token) {
        synchronized (calls) {
            Stay stay = calls.get(callSid);
            if (stay == null || stay.redeemed() || !stay.token().equals(token)) {
                return false;
            }
            calls.put(callSid, new Stay(token, true, stay.ending()));
            return true;
        }
    }

    void ended(String callSid, Call.Ending ending) {
        calls.computeIfPresent(callSid, (sid, stay) -> new Stay(stay.token(), stay.redeemed(), ending));
    }

    /** How a call's stream ended; for a call that is not known, as if the caller had left. */
    Call.Ending ending(String callSid) {
        Stay stay = calls.get(callSid);
        return stay == null ? Call.Ending.CALLER_LEFT : stay.ending();
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static final class RecentCalls extends LinkedHashMap<String, Stay> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Stay> eldest) {
            return size() > MOST_CALLS;
        }
    }
}
