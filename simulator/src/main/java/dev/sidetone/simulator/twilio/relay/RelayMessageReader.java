package dev.sidetone.simulator.twilio.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.bridge.text.JsonProblem;
import dev.sidetone.simulator.line.stream.InvalidMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a ConversationRelay server, as strictly as Twilio does. Stateless, for any thread. */
final class RelayMessageReader {
    /** Loop 0 stands for so many times. */
    static final long ENDLESS = 1_000;

    private static final int MOST_SHOWN = 60;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(32 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** Types that only Twilio sends, and the names that servers use for ours by mistake. */
    private static final Map<String, String> MEANT = Map.of(
            "prompt", "prompt is Twilio's; answer with {\"type\":\"text\",\"token\":\"…\"}.",
            "say", "Speak with {\"type\":\"text\",\"token\":\"…\"}.",
            "message", "Speak with {\"type\":\"text\",\"token\":\"…\"}.",
            "response", "Speak with {\"type\":\"text\",\"token\":\"…\"}.",
            "dtmf", "dtmf is Twilio's; send keys with {\"type\":\"sendDigits\",\"digits\":\"…\"}.",
            "clear", "clear belongs to Media Streams; a text with preemptible lets the next one cut it.",
            "media", "media belongs to Media Streams; ConversationRelay takes text.",
            "hangup", "End the session with {\"type\":\"end\"}; the TwiML of action hangs up.");

    private RelayMessageReader() {}

    /**
     * Reads one message.
     *
     * @throws InvalidMessage if Twilio answers it with error 64107
     */
    static RelayMessage read(String text) throws InvalidMessage {
        JsonNode root = parse(text);
        String type = string(root, "type", "A message");
        return switch (type) {
            case "text" -> text(root);
            case "play" ->
                new RelayMessage.Play(string(root, "source", "A play message"), times(root), cutting(root, "play"));
            case "sendDigits" -> digits(root);
            case "language" -> language(root);
            case "end" -> new RelayMessage.End(handoff(root));
            case "config", "hints" -> new RelayMessage.Settings(type, keys(root));
            default -> throw unknown(root, type);
        };
    }

    private static JsonNode parse(String text) throws InvalidMessage {
        @Nullable JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
            throw new InvalidMessage(
                    "A message is not JSON: " + JsonProblem.words(text, at) + ".",
                    "Send one JSON object per text frame.");
        }
        if (root == null || !root.isObject()) {
            throw new InvalidMessage("A message is not a JSON object.", "Send one JSON object per text frame.");
        }
        return root;
    }

    private static InvalidMessage unknown(JsonNode root, String type) {
        if (root.has("event")) {
            return new InvalidMessage(
                    "A message has an event, as in Media Streams.",
                    "ConversationRelay's messages have a type: text, play, sendDigits, language or end.");
        }
        return new InvalidMessage(
                "A message has the unknown type \"" + ForeignText.line(type, MOST_SHOWN) + "\".",
                MEANT.getOrDefault(
                        type.toLowerCase(Locale.ROOT),
                        "A server sends text, play, sendDigits, language and end only."));
    }

    private static RelayMessage text(JsonNode root) throws InvalidMessage {
        if (root.has("token") && root.get("token").isNull()) {
            throw new InvalidMessage(
                    "A text message has the token null.",
                    "Leave such a message out; where it only ends the answer, send {\"type\":\"text\",\"token\":\"\",\"last\":true}.");
        }
        return new RelayMessage.Text(
                string(root, "token", "A text message"),
                Boolean.TRUE.equals(flag(root, "last", "text")),
                optional(root, "lang", "text"),
                cutting(root, "text"));
    }

    private static RelayMessage digits(JsonNode root) throws InvalidMessage {
        String digits = string(root, "digits", "A sendDigits message");
        if (digits.isEmpty() || !digits.matches("[0-9wW#*]{1,500}")) {
            throw new InvalidMessage(
                    "A sendDigits message has the digits \"" + ForeignText.line(digits, MOST_SHOWN) + "\".",
                    "Give 0 to 9, w, # and * only.");
        }
        return new RelayMessage.Digits(digits);
    }

    private static RelayMessage language(JsonNode root) throws InvalidMessage {
        String tts = optional(root, "ttsLanguage", "language");
        String transcription = optional(root, "transcriptionLanguage", "language");
        if (tts.isEmpty() && transcription.isEmpty()) {
            throw new InvalidMessage(
                    "A language message has neither ttsLanguage nor transcriptionLanguage.",
                    "Name at least one of them, as in \"ttsLanguage\":\"es-ES\".");
        }
        return new RelayMessage.Language(tts, transcription);
    }

    private static long times(JsonNode root) throws InvalidMessage {
        JsonNode loop = root.get("loop");
        if (loop == null) {
            return 1;
        }
        if (!loop.isIntegralNumber() || loop.asLong() < 0 || loop.asLong() > ENDLESS) {
            throw new InvalidMessage(
                    "A play message has a loop that is no whole number of 0 to " + ENDLESS + ".",
                    "Leave loop out to play once; 0 stands for " + ENDLESS + " times.");
        }
        return loop.asLong() == 0 ? ENDLESS : loop.asLong();
    }

    private static @Nullable String handoff(JsonNode root) throws InvalidMessage {
        JsonNode data = root.get("handoffData");
        if (data == null || data.isNull()) {
            return null;
        }
        if (!data.isTextual()) {
            throw new InvalidMessage(
                    "An end message has a handoffData of type "
                            + data.getNodeType().name().toLowerCase(Locale.ROOT) + ".",
                    "Make handoffData a string: JSON within it is written as text, as by JSON.stringify or json.dumps.");
        }
        return data.textValue();
    }

    private static RelayMessage.Cutting cutting(JsonNode root, String type) throws InvalidMessage {
        JsonNode node = root.get("interruptible");
        RelayInput input = null;
        if (node != null && !node.isNull()) {
            input = node.isBoolean() || node.isTextual() ? RelayInput.of(JsonText.of(node)) : null;
            if (input == null) {
                throw new InvalidMessage(
                        "A " + type + " message has an interruptible that is neither true nor false.",
                        "Make interruptible a boolean.");
            }
        }
        return new RelayMessage.Cutting(input, flag(root, "preemptible", type));
    }

    private static @Nullable Boolean flag(JsonNode root, String field, String type) throws InvalidMessage {
        JsonNode value = root.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new InvalidMessage(
                    "A " + type + " message has a " + field + " that is not true or false.",
                    "Make " + field + " a boolean, without quotation marks.");
        }
        return value.booleanValue();
    }

    private static String optional(JsonNode root, String field, String type) throws InvalidMessage {
        JsonNode value = root.get(field);
        return value == null || value.isNull() ? "" : string(root, field, "A " + type + " message");
    }

    private static String string(JsonNode root, String field, String whose) throws InvalidMessage {
        JsonNode value = root.get(field);
        if (value == null) {
            boolean stream = field.equals("type") && root.has("event");
            throw new InvalidMessage(
                    whose + " has no " + field + ".",
                    stream
                            ? "It has an event, as in Media Streams; ConversationRelay's messages have a type."
                            : "Add the field \"" + field + "\".");
        }
        if (!value.isTextual()) {
            throw new InvalidMessage(
                    whose + " has a " + field + " of type "
                            + value.getNodeType().name().toLowerCase(Locale.ROOT) + ".",
                    "Make " + field + " a string.");
        }
        return value.textValue();
    }

    private static List<String> keys(JsonNode root) {
        List<String> keys = new ArrayList<>();
        root.fieldNames().forEachRemaining(name -> {
            if (!name.equals("type") && keys.size() < MOST_SHOWN) {
                keys.add(ForeignText.line(name, MOST_SHOWN));
            }
        });
        return keys;
    }
}
