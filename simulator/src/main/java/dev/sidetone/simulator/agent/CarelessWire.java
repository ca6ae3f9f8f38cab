package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.socket.Connection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Writes a fake's messages as servers do that take its wire and are careless of it: ids left out or all the same, null, base64 in other
 * forms, binary frames. The faults that were injected say which. On the session's loop.
 */
final class CarelessWire implements Connection {
    private static final Set<AgentFault> OWN = Set.of(
            AgentFault.NO_IDS,
            AgentFault.SAME_IDS,
            AgentFault.NULLS,
            AgentFault.LOOSE_BASE64,
            AgentFault.BAD_BASE64,
            AgentFault.BINARY_JSON);
    private static final List<String> IDS =
            List.of("item_id", "response_id", "reply_id", "previous_item_id", "event_id");
    private static final List<String> NAMED = List.of("item", "response");
    private static final List<String> WORDS = List.of("transcript", "text");
    private static final String SAME = "same";
    private static final int LINE_CHARS = 76;

    private final Connection wire;
    private final Set<AgentFault> faults;
    /** The item that sounded last, by its own name. */
    private String sounding = SAME;

    private int sounds;

    private CarelessWire(Connection wire, Set<AgentFault> faults) {
        this.wire = wire;
        this.faults = faults;
    }

    /** Whether one of {@code faults} is of this kind. */
    static boolean has(Set<AgentFault> faults) {
        return faults.stream().anyMatch(OWN::contains);
    }

    static CarelessWire on(Connection wire, Set<AgentFault> faults) {
        return new CarelessWire(wire, faults);
    }

    /** A client's message, where it names an item as this wire does. */
    String heard(String text) {
        return faults.contains(AgentFault.SAME_IDS)
                ? text.replace("\"item_id\":\"" + SAME + "\"", "\"item_id\":\"" + sounding + "\"")
                : text;
    }

    @Override
    public void send(String text) {
        if (!(ClientMessage.json(text) instanceof ObjectNode message)) {
            wire.send(text);
            return;
        }
        String field = soundField(message);
        if (!field.isEmpty()) {
            sounding = JsonText.of(message.path("item_id"), SAME);
        }
        ids(message);
        if (faults.contains(AgentFault.NULLS)) {
            nulls(message, field);
        }
        if (message.path(field).isTextual()) {
            message.put(field, written(JsonText.of(message.path(field))));
        }
        write(message);
    }

    private void write(ObjectNode message) {
        if (faults.contains(AgentFault.BINARY_JSON)) {
            wire.send(message.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            wire.send(message.toString());
        }
    }

    /** The field that holds sound, or nothing. */
    private static String soundField(JsonNode message) {
        String type = JsonText.of(message.path("type"));
        return type.endsWith("audio.delta") ? "delta" : type.equals("reply.audio") ? "data" : "";
    }

    private void ids(ObjectNode message) {
        for (String field : IDS) {
            id(message, field);
        }
        for (String inner : NAMED) {
            if (message.get(inner) instanceof ObjectNode named) {
                id(named, "id");
            }
        }
    }

    private void id(ObjectNode message, String field) {
        if (faults.contains(AgentFault.NO_IDS)) {
            message.remove(field);
        } else if (faults.contains(AgentFault.SAME_IDS) && message.hasNonNull(field)) {
            message.put(field, SAME);
        }
    }

    /** Sound has a piece of null before it; words and codes are null. */
    private void nulls(ObjectNode message, String soundField) {
        if (!soundField.isEmpty()) {
            write(message.deepCopy().putNull(soundField));
        }
        String type = JsonText.of(message.path("type"));
        if (type.contains("transcript")) {
            WORDS.stream().filter(message::has).forEach(message::putNull);
        }
        for (String field : List.of("code", "param")) {
            if (message.get("error") instanceof ObjectNode error) {
                error.putNull(field);
            } else if (type.endsWith("error")) {
                message.putNull(field);
            }
        }
    }

    private String written(String base64) {
        if (faults.contains(AgentFault.BAD_BASE64)) {
            return "%" + base64;
        }
        if (!faults.contains(AgentFault.LOOSE_BASE64)) {
            return base64;
        }
        return switch (sounds++ % 3) {
            case 0 -> base64.replaceAll("(.{" + LINE_CHARS + "})", "$1\r\n");
            case 1 -> base64.replace('+', '-').replace('/', '_');
            default -> base64.replace("=", "");
        };
    }

    @Override
    public void send(byte[] binary) {
        wire.send(binary);
    }

    @Override
    public void ping() {
        wire.ping();
    }

    @Override
    public void close(int code, String reason) {
        wire.close(code, reason);
    }

    @Override
    public void abort() {
        wire.abort();
    }
}
