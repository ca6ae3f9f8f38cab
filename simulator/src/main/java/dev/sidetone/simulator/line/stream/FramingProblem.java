package dev.sidetone.simulator.line.stream;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Words for the owner of a server whose WebSocket frames the library refused; the library's own are for its programmers. Stateless. */
final class FramingProblem {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(
                "rsv",
                "a frame has a reserved bit set, as where a server compresses although no extension was offered");
        WORDS.put("opcode", "a frame has an opcode that WebSocket has not");
        WORDS.put("fin==false", "a control frame is fragmented");
        WORDS.put("125 octets", "a control frame is longer than 125 bytes");
        WORDS.put("sequence was not started", "a continuation frame continues nothing");
        WORDS.put("sequence not completed", "a message begins before the fragmented one before it is whole");
        WORDS.put("non control or cont", "a frame comes in the middle of a fragmented message");
        WORDS.put("utf8", "a text frame is not UTF-8");
        WORDS.put("malformedinput", "a text frame is not UTF-8");
        WORDS.put("closecode", "a closing frame has a code that must not be sent");
        WORDS.put("close code", "a closing frame has a code that must not be sent");
        WORDS.put("payload", "a frame is longer than 16 MiB");
    }

    private FramingProblem() {}

    /** A half-sentence about the frame for which the library, or the server itself, closed with {@code reason}. */
    static String words(int code, String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return WORDS.entrySet().stream()
                .filter(entry -> lower.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(reason.isEmpty() ? "code " + code : reason);
    }
}
