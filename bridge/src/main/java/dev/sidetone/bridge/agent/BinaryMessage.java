package dev.sidetone.bridge.agent;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A binary message on a wire whose messages are text: some servers write their JSON so. Stateless. */
public final class BinaryMessage {
    private BinaryMessage() {}

    /** Its text if it looks like a JSON object from end to end, else null. */
    public static @Nullable String json(byte[] binary) {
        int begin = 0;
        int end = binary.length;
        while (begin < end && isBlank(binary[begin])) {
            begin++;
        }
        while (end > begin && isBlank(binary[end - 1])) {
            end--;
        }
        boolean object = end - begin > 1 && binary[begin] == '{' && binary[end - 1] == '}';
        return object ? new String(binary, begin, end - begin, StandardCharsets.UTF_8) : null;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
