package dev.sidetone.bridge.agent.omni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.BinaryMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads and writes the framing of one Omni conversation: plain, where control is text and audio is bare binary, or tagged, where everything
 * is binary behind a tag byte. The service's first message decides, for good. On the call's event loop.
 */
final class OmniFraming {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte AUDIO = 1;
    private static final byte TRANSCRIPT = 2;
    private static final byte CONTROL = 3;

    private enum Kind {
        UNKNOWN,
        PLAIN,
        TAGGED
    }

    /** The kind of one message. */
    sealed interface Received {
        /** A control message, of whatever kind it says. */
        record Control(JsonNode json) implements Received {}

        /** Words, without a message around them. */
        record Words(String text) implements Received {}

        /** Samples. */
        final class Audio implements Received {
            private final byte[] pcm;

            private Audio(byte[] pcm) {
                this.pcm = pcm;
            }

            byte[] pcm() {
                return pcm;
            }
        }

        /** Nothing that can be read. */
        record Nothing() implements Received {}
    }

    private Kind kind = Kind.UNKNOWN;

    boolean isUnknown() {
        return kind == Kind.UNKNOWN;
    }

    boolean isTagged() {
        return kind == Kind.TAGGED;
    }

    Received read(String text) {
        if (isUnknown()) {
            kind = Kind.PLAIN;
        }
        return control(text);
    }

    Received read(byte[] bytes) {
        if (isUnknown()) {
            kind = looksTagged(bytes) ? Kind.TAGGED : Kind.PLAIN;
        }
        return isTagged() ? tagged(bytes) : plain(bytes);
    }

    void send(ObjectNode message, AgentPort port) {
        if (isTagged()) {
            port.send(tag(CONTROL, message.toString().getBytes(StandardCharsets.UTF_8)));
        } else {
            port.send(message.toString());
        }
    }

    void sendAudio(byte[] pcm, AgentPort port) {
        port.send(isTagged() ? tag(AUDIO, pcm) : pcm);
    }

    /** Sound, or a control message that came as one: what is a whole JSON object of a known kind is no sound. */
    private static Received plain(byte[] bytes) {
        String text = BinaryMessage.json(bytes);
        if (text != null
                && control(text) instanceof Received.Control message
                && (message.json().has("type") || message.json().has("event"))) {
            return message;
        }
        return new Received.Audio(bytes);
    }

    private static Received tagged(byte[] bytes) {
        if (bytes.length < 2) {
            return new Received.Nothing();
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        return switch (bytes[0]) {
            case AUDIO ->
                rest[0] == '{' && control(text(rest)) instanceof Received.Control error
                        ? error
                        : new Received.Audio(rest);
            case TRANSCRIPT -> words(text(rest));
            case CONTROL -> control(text(rest));
            default -> new Received.Nothing();
        };
    }

    private static Received words(String text) {
        if (!text.startsWith("{") || !(control(text) instanceof Received.Control control)) {
            return new Received.Words(text);
        }
        if (control.json() instanceof ObjectNode json && !json.has("event") && !json.has("type")) {
            json.put("event", "transcript");
        }
        return control;
    }

    private static Received control(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? new Received.Control(json) : new Received.Nothing();
        } catch (JsonProcessingException e) {
            return new Received.Nothing();
        }
    }

    /** Half a sample never comes first, so an odd length is a tag's. */
    private static boolean looksTagged(byte[] bytes) {
        boolean isControl = bytes.length > 1 && bytes[0] == CONTROL && bytes[1] == '{';
        return isControl || (bytes.length % 2 == 1 && bytes[0] == AUDIO);
    }

    private static byte[] tag(byte tag, byte[] payload) {
        byte[] tagged = new byte[payload.length + 1];
        tagged[0] = tag;
        System.arraycopy(payload, 0, tagged, 1, payload.length);
        return tagged;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
