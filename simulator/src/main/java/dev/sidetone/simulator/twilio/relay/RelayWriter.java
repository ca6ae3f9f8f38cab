package dev.sidetone.simulator.twilio.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Writes what Twilio sends to a ConversationRelay server. Stateless. */
final class RelayWriter {
    /** What is quoted of a bad message. */
    private static final int MOST_QUOTED = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private RelayWriter() {}

    /** The first message; all its keys are there, empty where nothing is known. */
    static String setup(RelayNames names, Map<String, String> parameters) {
        ObjectNode setup = message("setup")
                .put("sessionId", names.sessionId())
                .put("callSid", names.callSid())
                .put("parentCallSid", "")
                .put("from", names.plan().from())
                .put("to", names.plan().number())
                .put("forwardedFrom", "")
                .put("callerName", "")
                .put("direction", names.direction())
                .put("callType", "PSTN")
                .put("callStatus", names.callStatus())
                .put("accountSid", names.plan().accountSid());
        parameters.forEach(setup.putObject("customParameters")::put);
        return text(setup);
    }

    static String prompt(String words, String language, boolean last) {
        return text(message("prompt")
                .put("voicePrompt", words)
                .put("lang", language)
                .put("last", last));
    }

    static String key(char digit) {
        return text(message("dtmf").put("digit", String.valueOf(digit)));
    }

    static String interrupt(String heard, long heardMs) {
        return text(
                message("interrupt").put("utteranceUntilInterrupt", heard).put("durationUntilInterruptMs", heardMs));
    }

    /** The answer to a message that cannot be read, which it quotes. */
    static String error(String bad) {
        String quoted = bad.length() <= MOST_QUOTED ? bad : bad.substring(0, MOST_QUOTED);
        return text(message("error").put("description", "Invalid message received, code: 64107, " + quoted));
    }

    static String info(String name, String value) {
        return text(message("info").put("name", name).put("value", value));
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String text(ObjectNode message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }
}
