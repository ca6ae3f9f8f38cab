package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.agent.AgentLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contents of response objects: status, output and usage. One per session, on its loop. */
final class OpenAiResponses {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int TOKENS_PER_MINUTE = 40_000;

    private final OpenAiConfig config;
    private final String conversationId;
    private final String failure;
    private ObjectNode asked = JSON.objectNode();
    private ObjectNode own = JSON.objectNode();
    private int tokensUsed;

    /** @param failure the code of a response that breaks */
    OpenAiResponses(OpenAiConfig config, String conversationId, String failure) {
        this.failure = failure;
        this.config = config;
        this.conversationId = conversationId;
    }

    /** The next response is to be as {@code response} asks. */
    void ask(ObjectNode response) {
        asked = response;
    }

    /** The next response begins. */
    void begin() {
        own = asked;
        asked = JSON.objectNode();
    }

    /** Whether the response under way is words without sound. */
    boolean inText() {
        return own.has("output_modalities")
                ? JsonText.of(own.at("/output_modalities/0")).equals("text")
                : config.speaksInText();
    }

    /** A response of which there is nothing yet. */
    ObjectNode started(String id) {
        return response(id, "in_progress");
    }

    private ObjectNode response(String id, String status) {
        ObjectNode response = JSON.objectNode();
        response.put("object", "realtime.response").put("id", id).put("status", status);
        response.putNull("status_details").putArray("output");
        response.put("conversation_id", conversationId);
        ObjectNode session = config.effective();
        for (String field : List.of("output_modalities", "max_output_tokens")) {
            response.set(field, own.has(field) ? own.get(field) : session.get(field));
        }
        ObjectNode output = response.putObject("audio").putObject("output");
        output.set("format", session.at("/audio/output/format"));
        JsonNode voice = own.at("/audio/output/voice");
        output.set("voice", voice.isMissingNode() ? session.at("/audio/output/voice") : voice);
        response.putNull("usage").putNull("metadata");
        if (own.has("metadata")) {
            response.set("metadata", own.get("metadata"));
        }
        return response;
    }

    /** A response that is over, {@code speech} being what there is of it. */
    ObjectNode ended(String id, AgentLog.Ending ending, Conversation.@Nullable Item speech) {
        ObjectNode response = response(id, status(ending));
        if (speech != null) {
            response.putArray("output").add(speech.json().deepCopy());
        }
        if (ending == AgentLog.Ending.FAILED) {
            ObjectNode details = response.putObject("status_details").put("type", "failed");
            details.putObject("error").put("type", failure).put("code", failure);
        } else if (ending != AgentLog.Ending.COMPLETED) {
            boolean spokenOver = ending == AgentLog.Ending.INTERRUPTED;
            response.putObject("status_details")
                    .put("type", "cancelled")
                    .put("reason", spokenOver ? "turn_detected" : "client_cancelled");
        }
        response.set("usage", usage(speech));
        return response;
    }

    private static String status(AgentLog.Ending ending) {
        return switch (ending) {
            case COMPLETED -> "completed";
            case INTERRUPTED, CANCELLED -> "cancelled";
            case FAILED -> "failed";
        };
    }

    /** Tokens by rule of thumb: 20 a second of agent speech, one for four letters, and a hundred to begin with. */
    private ObjectNode usage(Conversation.@Nullable Item speech) {
        int audio = speech == null ? 0 : (int) (speech.audioMs() / 50);
        int text = speech == null
                ? 0
                : JsonText.of(speech.json().at("/content/0").path("transcript")).length() / 4;
        int input = 100;
        tokensUsed += input + audio + text;
        ObjectNode usage = JSON.objectNode();
        usage.put("total_tokens", input + audio + text)
                .put("input_tokens", input)
                .put("output_tokens", audio + text);
        usage.putObject("input_token_details")
                .put("text_tokens", input / 2)
                .put("audio_tokens", input / 2)
                .put("cached_tokens", 0);
        usage.putObject("output_token_details").put("text_tokens", text).put("audio_tokens", audio);
        return usage;
    }

    ArrayNode rateLimits() {
        ArrayNode limits = JSON.arrayNode();
        int used = Math.min(tokensUsed, TOKENS_PER_MINUTE);
        limits.addObject()
                .put("name", "tokens")
                .put("limit", TOKENS_PER_MINUTE)
                .put("remaining", TOKENS_PER_MINUTE - used)
                .put("reset_seconds", 60.0 * used / TOKENS_PER_MINUTE);
        return limits;
    }
}
