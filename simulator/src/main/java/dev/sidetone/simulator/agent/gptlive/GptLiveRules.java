package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.List;
import java.util.Set;

/** The session that GPT-Live takes. Stateless. Source: the types of OpenAI's SDKs; voices that the type names. */
final class GptLiveRules {
    private static final int MOST_ITEMS = 128;
    private static final List<String> VOICES = List.of(
            "alloy",
            "ash",
            "ballad",
            "beacon",
            "bossa",
            "brise",
            "cedar",
            "cinder",
            "coral",
            "delta",
            "echo",
            "flitz",
            "gleam",
            "harema",
            "juni",
            "marin",
            "meridian",
            "nira",
            "noeul",
            "nuri",
            "quartz",
            "ripple",
            "sage",
            "shimmer",
            "shitan",
            "sillage",
            "stone",
            "tempo",
            "verse",
            "vesper",
            "willow");
    private static final Set<String> RESPONSES = Set.of(
            "model",
            "instructions",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "reasoning",
            "text",
            "max_output_tokens",
            "service_tier");

    private GptLiveRules() {}

    static void check(ObjectNode session) throws ProtocolError {
        only(session, "session", Set.of("model", "instructions", "input", "audio", "delegation", "store"));
        ClientMessage.string(session, "session", "model");
        if (session.path("input").size() > MOST_ITEMS) {
            throw ProtocolError.invalidValue("session.input", "At most " + MOST_ITEMS + " items.");
        }
        for (JsonNode item : session.path("input")) {
            if (item.path("content").size() != 1) {
                throw ProtocolError.invalidValue("session.input", "An item has exactly one part.");
            }
        }
        object(session, "", "audio");
        object(session.path("audio"), "audio.", "format");
        object(session.path("audio"), "audio.", "output");
        object(session, "", "delegation");
        if (session.path("audio") instanceof ObjectNode audio) {
            only(audio, "session.audio", Set.of("format", "output"));
        }
        voice(session.at("/audio/output/voice"));
        WireFormat unused = format(session);
        if (session.path("delegation") instanceof ObjectNode delegation) {
            delegation(delegation);
        }
    }

    /** The session as it starts: what was asked for, with every default. */
    static ObjectNode resolved(ObjectNode asked) {
        ObjectNode session = asked.deepCopy();
        if (!session.hasNonNull("instructions")) {
            session.put("instructions", "");
        }
        if (!session.hasNonNull("input")) {
            session.putArray("input");
        }
        ObjectNode audio = session.path("audio") instanceof ObjectNode given ? given : session.putObject("audio");
        if (!audio.hasNonNull("format")) {
            audio.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
        }
        ObjectNode output = audio.path("output") instanceof ObjectNode given ? given : audio.putObject("output");
        if (!output.hasNonNull("voice")) {
            output.put("voice", "marin");
        }
        if (!session.hasNonNull("delegation")) {
            session.putObject("delegation").put("type", "client");
        }
        if (!session.hasNonNull("store")) {
            session.put("store", false);
        }
        return session;
    }

    /** The one format of both directions. */
    static WireFormat format(ObjectNode session) throws ProtocolError {
        JsonNode format = session.at("/audio/format");
        if (format.isMissingNode() || format.isNull()) {
            return WireFormat.of(AudioFormat.pcm16(24_000));
        }
        String type = JsonText.of(format.path("type"));
        int rate = format.path("rate").asInt();
        if (type.equals("audio/pcm") && (rate == 16_000 || rate == 24_000)) {
            return WireFormat.of(AudioFormat.pcm16(rate));
        }
        if (type.equals("audio/pcmu") && rate == 8_000) {
            return WireFormat.MULAW;
        }
        if (type.equals("audio/pcma") && rate == 8_000) {
            return WireFormat.ALAW;
        }
        throw format.has("rate")
                ? ProtocolError.invalidValue("session.audio.format", "There is no '" + type + "' at " + rate + " Hz.")
                : ProtocolError.missing("session.audio.format.rate");
    }

    static void delegation(ObjectNode delegation) throws ProtocolError {
        only(delegation, "session.delegation", Set.of("type", "responses"));
        String type = ClientMessage.string(delegation, "session.delegation", "type");
        if (!type.equals("client") && !type.equals("responses")) {
            throw ClientMessage.notOneOf("session.delegation.type", type, List.of("client", "responses"));
        }
        if (delegation.path("responses") instanceof ObjectNode responses) {
            only(responses, "session.delegation.responses", RESPONSES);
        }
    }

    private static void voice(JsonNode voice) throws ProtocolError {
        if (voice.isTextual() && !VOICES.contains(voice.textValue())) {
            throw new ProtocolError("forbidden", "There is no voice of that name.", "session.audio.output.voice");
        }
    }

    private static void object(JsonNode in, String path, String field) throws ProtocolError {
        if (in.hasNonNull(field) && !in.path(field).isObject()) {
            throw ProtocolError.invalidValue("session." + path + field, "It is an object.");
        }
    }

    private static void only(ObjectNode object, String path, Set<String> fields) throws ProtocolError {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!fields.contains(name)) {
                throw ProtocolError.unknown(path + "." + name);
            }
        }
    }
}
