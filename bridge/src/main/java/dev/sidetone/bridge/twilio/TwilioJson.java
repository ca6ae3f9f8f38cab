package dev.sidetone.bridge.twilio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.MulawChunk;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Media Streams messages as JSON text: written with Twilio's key order and its numbers-as-strings, read tolerantly (strings or numbers,
 * any key order, unknown keys ignored). Stateless, for any thread.
 */
public final class TwilioJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonFactory FACTORY = MAPPER.getFactory();

    private TwilioJson() {}

    /** A message cannot be read: not JSON, an unknown event, or a field that must be there is not. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    /**
     * Reads what Twilio sent.
     *
     * @throws Malformed naming what is wrong
     */
    public static FromTwilio read(String text) throws Malformed {
        JsonNode root = parse(text);
        long sequence = root.path("sequenceNumber").asLong();
        String streamSid = root.path("streamSid").asText();
        return switch (root.path("event").asText()) {
            case "connected" ->
                new FromTwilio.Connected(
                        root.path("protocol").asText(), root.path("version").asText());
            case "start" -> start(sequence, field(root, "start"));
            case "media" -> media(sequence, streamSid, field(root, "media"));
            case "dtmf" -> new FromTwilio.Dtmf(sequence, digit(field(root, "dtmf")), streamSid);
            case "mark" ->
                new FromTwilio.Mark(sequence, field(field(root, "mark"), "name").asText(), streamSid);
            case "stop" -> {
                JsonNode stop = field(root, "stop");
                yield new FromTwilio.Stop(
                        sequence,
                        stop.path("accountSid").asText(),
                        stop.path("callSid").asText(),
                        streamSid);
            }
            default -> throw new Malformed("unknown event " + root.path("event"));
        };
    }

    /** Writes a server's message. */
    public static String write(ToTwilio message) {
        Writer writer = new Writer();
        message.deliverTo(writer);
        return writer.text();
    }

    /** Writes Twilio's message, compact and with the keys in Twilio's order. */
    public static String write(FromTwilio message) {
        FromTwilioWriter writer = new FromTwilioWriter();
        message.deliverTo(writer);
        return writer.text();
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
            parameters.put(parameter.getKey(), parameter.getValue().asText());
        }
        return new FromTwilio.Start(
                sequence,
                start.path("accountSid").asText(),
                field(start, "streamSid").asText(),
                field(start, "callSid").asText(),
                parameters);
    }

    private static FromTwilio media(long sequence, String streamSid, JsonNode media) throws Malformed {
        return new FromTwilio.Media(
                sequence,
                media.path("chunk").asLong(),
                media.path("timestamp").asLong(),
                MulawChunk.ofBase64(field(media, "payload").asText()),
                streamSid);
    }

    private static char digit(JsonNode dtmf) throws Malformed {
        String digit = field(dtmf, "digit").asText();
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

    /** One JSON object in the making; the exceptions of writing to memory cannot happen. */
    private abstract static class JsonText {
        private final StringWriter text = new StringWriter(320);
        private final JsonGenerator json = generator(text);

        interface Body {
            void write(JsonGenerator json) throws IOException;
        }

        final void object(Body body) {
            try {
                json.writeStartObject();
                body.write(json);
                json.writeEndObject();
                json.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        final String text() {
            return text.toString();
        }

        private static JsonGenerator generator(StringWriter target) {
            try {
                return FACTORY.createGenerator(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Writer extends JsonText implements ToTwilio.Handler {
        @Override
        public void media(ToTwilio.Media message) {
            object(json -> {
                json.writeStringField("event", "media");
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("media");
                json.writeStringField("payload", message.audio().base64());
                json.writeEndObject();
            });
        }

        @Override
        public void mark(ToTwilio.Mark message) {
            object(json -> {
                json.writeStringField("event", "mark");
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("mark");
                json.writeStringField("name", message.name());
                json.writeEndObject();
            });
        }

        @Override
        public void clear(ToTwilio.Clear message) {
            object(json -> {
                json.writeStringField("event", "clear");
                json.writeStringField("streamSid", message.streamSid());
            });
        }
    }

    private static final class FromTwilioWriter extends JsonText implements FromTwilio.Handler {
        @Override
        public void connected(FromTwilio.Connected message) {
            object(json -> {
                json.writeStringField("event", "connected");
                json.writeStringField("protocol", message.protocol());
                json.writeStringField("version", message.version());
            });
        }

        @Override
        public void start(FromTwilio.Start message) {
            object(json -> {
                event(json, "start", message.sequenceNumber());
                json.writeObjectFieldStart("start");
                json.writeStringField("accountSid", message.accountSid());
                json.writeStringField("streamSid", message.streamSid());
                json.writeStringField("callSid", message.callSid());
                json.writeArrayFieldStart("tracks");
                json.writeString("inbound");
                json.writeEndArray();
                json.writeObjectFieldStart("mediaFormat");
                json.writeStringField("encoding", "audio/x-mulaw");
                json.writeNumberField("sampleRate", 8000);
                json.writeNumberField("channels", 1);
                json.writeEndObject();
                json.writeObjectFieldStart("customParameters");
                for (Map.Entry<String, String> parameter : message.parameters().entrySet()) {
                    json.writeStringField(parameter.getKey(), parameter.getValue());
                }
                json.writeEndObject();
                json.writeEndObject();
                json.writeStringField("streamSid", message.streamSid());
            });
        }

        @Override
        public void media(FromTwilio.Media message) {
            object(json -> {
                event(json, "media", message.sequenceNumber());
                json.writeObjectFieldStart("media");
                json.writeStringField("track", "inbound");
                json.writeStringField("chunk", Long.toString(message.chunk()));
                json.writeStringField("timestamp", Long.toString(message.timestampMs()));
                json.writeStringField("payload", message.audio().base64());
                json.writeEndObject();
                json.writeStringField("streamSid", message.streamSid());
            });
        }

        @Override
        public void dtmf(FromTwilio.Dtmf message) {
            object(json -> {
                json.writeStringField("event", "dtmf");
                json.writeStringField("streamSid", message.streamSid());
                json.writeStringField("sequenceNumber", Long.toString(message.sequenceNumber()));
                json.writeObjectFieldStart("dtmf");
                json.writeStringField("track", "inbound_track");
                json.writeStringField("digit", Character.toString(message.digit()));
                json.writeEndObject();
            });
        }

        @Override
        public void mark(FromTwilio.Mark message) {
            object(json -> {
                event(json, "mark", message.sequenceNumber());
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("mark");
                json.writeStringField("name", message.name());
                json.writeEndObject();
            });
        }

        @Override
        public void stop(FromTwilio.Stop message) {
            object(json -> {
                event(json, "stop", message.sequenceNumber());
                json.writeStringField("streamSid", message.streamSid());
                json.writeObjectFieldStart("stop");
                json.writeStringField("accountSid", message.accountSid());
                json.writeStringField("callSid", message.callSid());
                json.writeEndObject();
            });
        }

        private static void event(JsonGenerator json, String event, long sequenceNumber) throws IOException {
            json.writeStringField("event", event);
            json.writeStringField("sequenceNumber", Long.toString(sequenceNumber));
        }
    }
}
