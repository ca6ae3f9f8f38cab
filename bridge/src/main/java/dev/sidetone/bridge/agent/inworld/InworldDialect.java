package dev.sidetone.bridge.agent.inworld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Refusals;
import dev.sidetone.bridge.agent.openai.OpenAiDialect;
import dev.sidetone.bridge.agent.openai.OpenAiRefusals;
import dev.sidetone.bridge.agent.openai.RealtimeProfile;
import dev.sidetone.bridge.agent.openai.RealtimeSession;
import java.net.URI;
import java.util.Map;

/**
 * Inworld Realtime: OpenAI's GA shape behind Basic authorisation, with a session of its own making in the URL, models by provider, and
 * {@code response.cancel} where OpenAI is told what was heard. Formats are written as objects, and as plain words should it refuse those.
 * Source: Inworld's documentation and its Twilio example.
 */
public final class InworldDialect implements RealtimeProfile {
    private static final String SPEECH_MODEL = "inworld-tts-2";

    private final URI endpoint;
    private final String key;
    private final String sessionName;
    private final AgentSettings settings;
    private final Refusals refusals;
    private boolean inWords;

    private InworldDialect(URI endpoint, String key, String sessionName, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.sessionName = sessionName;
        this.settings = settings;
        this.refusals = new Refusals(endpoint.getAuthority(), "INWORLD_API_KEY");
    }

    /**
     * The dialect of one conversation.
     *
     * @param key as the portal shows it, which is base64 already
     * @param sessionName names this conversation, unlike every other
     */
    public static AgentDialect of(URI endpoint, String key, String sessionName, AgentSettings settings) {
        return new OpenAiDialect(new InworldDialect(endpoint, key, sessionName, settings), settings);
    }

    @Override
    public URI url() {
        return URI.create(endpoint + "?key=" + sessionName + "&protocol=realtime");
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Authorization", "Basic " + key);
    }

    @Override
    public ObjectNode session() {
        ObjectNode session = RealtimeSession.ga(settings, format());
        ArrayNode modalities = session.putArray("output_modalities");
        modalities.add("audio").add("text");
        session.withObject("/audio/output").put("model", SPEECH_MODEL);
        return session;
    }

    @Override
    public boolean saysOtherwise(String param) {
        boolean first = !inWords && param.startsWith("session.audio.input.format");
        inWords |= first;
        return first;
    }

    @Override
    public Interruption interruption() {
        return Interruption.CANCEL;
    }

    @Override
    public boolean greetsByMessage() {
        return true;
    }

    @Override
    public AgentFailure refusal(String code, String message) {
        return OpenAiRefusals.ofError(refusals, code, message);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return refusals.of(httpStatus, closeCode, reason);
    }

    private JsonNode format() {
        if (!inWords) {
            return RealtimeSession.format(settings.audio());
        }
        return JsonNodeFactory.instance.textNode(settings.audio().mulaw() ? "g711_ulaw" : "pcm16");
    }
}
