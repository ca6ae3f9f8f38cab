package dev.sidetone.simulator.line.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a server sends on a Media Stream as strictly as Twilio: every field must be there, of its type, and none besides; or
 * leniently: further fields are read over, and of a payload as much is decoded as can be. Owned by one stream; shares nothing with the
 * codec that the bridge uses, so that the two cannot be wrong together.
 */
final class ServerMessages {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(32 << 20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String streamSid;
    private final boolean lenient;

    ServerMessages(String streamSid, boolean lenient) {
        this.streamSid = streamSid;
        this.lenient = lenient;
    }

    /** Takes a valid message. */
    interface Handler {
        void media(byte[] mulaw);

        void mark(String name);

        void clear();

        /** The message that follows is taken, though something is wrong with it. */
        void suspect(Invalid what);
    }

    /** The message is not valid for the protocol: what is wrong with it and what cures it. */
    static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        private final String what;
        private final String cure;

        Invalid(String what, String cure) {
            super(what, null, false, false);
            this.what = what;
            this.cure = cure;
        }

        String what() {
            return what;
        }

        String cure() {
            return cure;
        }
    }

    /**
     * Reads one message and hands it to {@code handler}.
     *
     * @throws Invalid if Twilio would ignore it
     */
    void read(String text, Handler handler) throws Invalid {
        JsonNode root = parse(text);
        String event = text(root, "event", "The message");
        switch (event) {
            case "media" -> {
                only(root, Set.of("event", "streamSid", "media"), "media");
                handler.media(payload(text(object(root, "media", "payload"), "payload", "media"), handler));
            }
            case "mark" -> {
                only(root, Set.of("event", "streamSid", "mark"), "mark");
                handler.mark(text(object(root, "mark", "name"), "name", "mark"));
            }
            case "clear" -> {
                only(root, Set.of("event", "streamSid"), "clear");
                handler.clear();
            }
            default ->
                throw new Invalid(
                        "A message has the unknown event \"" + event + "\".",
                        "A server sends media, mark and clear only.");
        }
    }

    /** Base64 of base64 is base64: Twilio decodes it once and plays what comes out. */
    private byte[] payload(String base64, Handler handler) throws Invalid {
        if (lenient) {
            return Payload.decodeKindly(base64);
        }
        byte[] mulaw = Payload.decode(base64);
        if (Payload.looksLikeBase64(mulaw)) {
            handler.suspect(new Invalid(
                    "media.payload is base64 of base64: decoded once it is text, not audio.",
                    "Encode the audio once; pass an agent's base64 on as it is."));
        }
        return mulaw;
    }

    private static JsonNode parse(String text) throws Invalid {
        @Nullable JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Invalid(
                    "A message is not JSON: " + e.getOriginalMessage() + ".", "Send one JSON object per text frame.");
        }
        if (root == null || !root.isObject()) {
            throw new Invalid("A message is not a JSON object.", "Send one JSON object per text frame.");
        }
        return root;
    }

    /** Checks the outer object: no field besides {@code allowed}, and this stream's SID. */
    private void only(JsonNode root, Set<String> allowed, String event) throws Invalid {
        if (root.has("stream_sid")) {
            throw new Invalid("A " + event + " message names stream_sid.", "The field is called streamSid.");
        }
        nothingBesides(root, allowed, "A " + event + " message");
        String sid = text(root, "streamSid", "A " + event + " message");
        if (!sid.equals(streamSid)) {
            throw new Invalid(
                    "A " + event + " message has the streamSid \"" + sid + "\", which is not this stream's.",
                    "Use the streamSid of this stream's start message: " + streamSid + ".");
        }
    }

    private JsonNode object(JsonNode root, String name, String field) throws Invalid {
        JsonNode inner = root.get(name);
        if (inner == null || !inner.isObject()) {
            throw new Invalid(
                    "A " + name + " message has no object \"" + name + "\".",
                    "Put {\"" + field + "\":\"…\"} under \"" + name + "\".");
        }
        nothingBesides(inner, Set.of(field), "The object \"" + name + "\"");
        return inner;
    }

    private void nothingBesides(JsonNode object, Set<String> allowed, String whose) throws Invalid {
        if (lenient) {
            return;
        }
        Set<String> extra = new TreeSet<>();
        object.fieldNames().forEachRemaining(extra::add);
        extra.removeAll(allowed);
        if (!extra.isEmpty()) {
            String names = String.join(", ", extra);
            throw new Invalid(
                    whose + " has fields that the protocol does not know: " + names + ".", "Leave out " + names + ".");
        }
    }

    private static String text(JsonNode object, String field, String whose) throws Invalid {
        JsonNode value = object.get(field);
        if (value == null) {
            throw new Invalid(whose + " has no " + field + ".", "Add the field \"" + field + "\".");
        }
        if (!value.isTextual()) {
            String kind = value.getNodeType().name().toLowerCase(Locale.ROOT);
            throw new Invalid(whose + " has a " + field + " of type " + kind + ".", "Make " + field + " a string.");
        }
        return value.textValue();
    }
}
