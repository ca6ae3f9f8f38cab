package dev.sidetone.simulator.live.number;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.twilio.rest.VoiceNumber;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.bridge.twilio.rest.VoiceSettings;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Writes and reads notes as JSON. Refuses an incomplete note, since a guess would become somebody's voice URL. Stateless. */
final class LoanNoteJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int VERSION = 1;

    private LoanNoteJson() {}

    static byte[] write(LoanNote note) throws IOException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("version", VERSION);
        json.put("account", note.account());
        json.put("sid", note.number().sid());
        json.put("number", note.number().number());
        json.put("name", note.number().name());
        json.put("written", note.written().toString());
        put(json.putObject("before"), note.before());
        put(json.putObject("ours"), note.ours());
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    static LoanNote read(byte[] bytes) throws IOException {
        JsonNode json = MAPPER.readTree(bytes);
        if (json == null || json.path("version").asInt() != VERSION) {
            throw new IOException("it is not a note of this version");
        }
        VoiceNumber number = new VoiceNumber(
                text(json, "sid"), text(json, "number"), text(json, "name"), settings(json.path("before")));
        return new LoanNote(text(json, "account"), number, settings(json.path("ours")), written(json));
    }

    private static void put(ObjectNode json, VoiceSettings settings) {
        settings.values().forEach((setting, value) -> json.put(setting.parameter(), value));
    }

    private static VoiceSettings settings(JsonNode json) throws IOException {
        Map<VoiceSetting, String> values = new EnumMap<>(VoiceSetting.class);
        for (VoiceSetting each : VoiceSetting.values()) {
            values.put(each, text(json, each.parameter()));
        }
        return new VoiceSettings(values);
    }

    private static Instant written(JsonNode json) throws IOException {
        try {
            return Instant.parse(text(json, "written"));
        } catch (DateTimeException e) {
            throw new IOException("its date is none", e);
        }
    }

    private static String text(JsonNode json, String name) throws IOException {
        JsonNode value = json.path(name);
        if (!value.isTextual()) {
            throw new IOException("it lacks " + name);
        }
        return value.textValue();
    }
}
