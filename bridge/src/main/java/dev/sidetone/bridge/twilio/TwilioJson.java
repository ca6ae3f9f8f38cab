package dev.sidetone.bridge.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Media Streams messages as JSON text: written with Twilio's key order and its numbers-as-strings, read tolerantly (strings or numbers,
 * any key order, unknown keys ignored). Stateless, for any thread.
 */
public final class TwilioJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private TwilioJson() {}

    /** A message that cannot be read: not JSON, an unknown event, or without a required field. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    /**
     * Reads a message from Twilio.
     *
     * @throws Malformed naming what is wrong
     */
    public static FromTwilio read(String text) throws Malformed {
        FromTwilio frequent = StreamText.read(text);
        return frequent == null ? readTree(text) : frequent;
    }

    /** Reads any message, with a tree. */
    static FromTwilio readTree(String text) throws Malformed {
        JsonNode root = parse(text);
        long sequence = root.path("sequenceNumber").asLong();
        String streamSid = JsonText.of(root.path("streamSid"));
        return switch (JsonText.of(root.path("event"))) {
            case "connected" ->
                new FromTwilio.Connected(JsonText.of(root.path("protocol")), JsonText.of(root.path("version")));
            case "start" -> start(sequence, field(root, "start"));
            case "media" -> media(sequence, streamSid, field(root, "media"));
            case "dtmf" -> new FromTwilio.Dtmf(sequence, digit(field(root, "dtmf")), streamSid);
            case "mark" -> new FromTwilio.Mark(sequence, JsonText.of(field(field(root, "mark"), "name")), streamSid);
            case "stop" -> {
                JsonNode stop = field(root, "stop");
                yield new FromTwilio.Stop(
                        sequence, JsonText.of(stop.path("accountSid")), JsonText.of(stop.path("callSid")), streamSid);
            }
            default -> throw new Malformed("unknown event " + root.path("event"));
        };
    }

    /** Writes a server's message. */
    public static String write(ToTwilio message) {
        String frequent = message instanceof ToTwilio.Media media
                ? StreamText.write(media)
                : message instanceof ToTwilio.Mark mark ? StreamText.write(mark) : null;
        return frequent == null ? writeWithEscapes(message) : frequent;
    }

    private static String writeWithEscapes(ToTwilio message) {
        TwilioWriter.OfServer text = new TwilioWriter.OfServer();
        message.deliverTo(text);
        return text.text();
    }

    /** Writes Twilio's message, compact and with the keys in Twilio's order. */
    public static String write(FromTwilio message) {
        TwilioWriter.OfTwilio text = new TwilioWriter.OfTwilio();
        message.deliverTo(text);
        return text.text();
    }

    private static JsonNode parse(String text) throws Malformed {
        @Nullable JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Malformed("not JSON");
        }
        if (root == null || !root.isObject()) {
            throw new Malformed("not a JSON object");
        }
        return root;
    }

    private static FromTwilio start(long sequence, JsonNode start) throws Malformed {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> parameter :
                start.path("customParameters").properties()) {
            parameters.put(parameter.getKey(), JsonText.of(parameter.getValue()));
        }
        return new FromTwilio.Start(
                sequence,
                JsonText.of(start.path("accountSid")),
                JsonText.of(field(start, "streamSid")),
                JsonText.of(field(start, "callSid")),
                parameters);
    }

    private static FromTwilio media(long sequence, String streamSid, JsonNode media) throws Malformed {
        return new FromTwilio.Media(
                sequence, media.path("chunk").asLong(), media.path("timestamp").asLong(), audio(media), streamSid);
    }

    /** Checked here, so that decoding it later for an agent cannot fail. */
    private static MulawChunk audio(JsonNode media) throws Malformed {
        try {
            return MulawChunk.ofForeignBase64(JsonText.of(field(media, "payload")));
        } catch (IllegalArgumentException e) {
            throw new Malformed("media.payload " + e.getMessage());
        }
    }

    private static char digit(JsonNode dtmf) throws Malformed {
        String digit = JsonText.of(field(dtmf, "digit"));
        if (digit.length() != 1) {
            throw new Malformed("dtmf.digit is not one character");
        }
        return digit.charAt(0);
    }

    private static JsonNode field(JsonNode node, String name) throws Malformed {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw new Malformed("no " + name);
        }
        return value;
    }
}
