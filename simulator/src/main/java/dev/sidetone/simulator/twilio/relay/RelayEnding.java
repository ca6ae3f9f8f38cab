package dev.sidetone.simulator.twilio.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a session came to its end, as the action of {@code <Connect>} is told. Immutable.
 *
 * @param status completed, ended or failed
 * @param handoffData what the server's end message hands over, as it came
 * @param errorCode Twilio's code of a failure
 */
public record RelayEnding(
        String status, @Nullable String handoffData, @Nullable String errorCode, @Nullable String errorMessage) {
    private static final long NS_PER_S = 1_000_000_000L;

    /** The call was over. */
    public static RelayEnding completed() {
        return new RelayEnding("completed", null, null, null);
    }

    /** The server sent its end message. */
    static RelayEnding ended(@Nullable String handoffData) {
        return new RelayEnding("ended", handoffData, null, null);
    }

    /** The session broke. */
    public static RelayEnding failed(String code, String message) {
        return new RelayEnding("failed", null, code, message);
    }

    /** Whether it broke. */
    public boolean isFailure() {
        return errorCode != null;
    }

    /** The fields of the request to the action. */
    public Map<String, String> fields(String sessionId, long lastedNs) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("SessionId", sessionId);
        fields.put("SessionDuration", Long.toString(lastedNs / NS_PER_S));
        fields.put("SessionStatus", status);
        put(fields, "HandoffData", handoffData);
        put(fields, "ErrorCode", errorCode);
        put(fields, "ErrorMessage", errorMessage);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
