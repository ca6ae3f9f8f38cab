package dev.sidetone.bridge.agent.inworld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFailures;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.openai.OpenAiErrors;
import dev.sidetone.bridge.agent.openai.RealtimeProfile;
import dev.sidetone.bridge.agent.openai.RealtimeSession;
import dev.sidetone.bridge.audio.AudioFormat;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The profile of Inworld Realtime, which speaks OpenAI's GA shape. It differs in Basic authorisation, a session id of the client's in the
 * URL, models by provider, and {@code response.cancel} where OpenAI takes {@code truncate}. Formats are written as objects, and as plain words
 * should it refuse those.
 * Source: Inworld's documentation and its Twilio example.
 */
final class InworldProfile implements RealtimeProfile {
    private static final String SPEECH_MODEL = "inworld-tts-2";

    private final URI endpoint;
    private final String key;
    private final String sessionName = "voice-" + UUID.randomUUID();
    private final AgentSettings settings;
    private final AgentFailures failures;
    private boolean inWords;

    InworldProfile(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.failures = new AgentFailures(endpoint.getAuthority(), Inworld.KEY);
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    /** The key as the portal shows it, which is base64 already, and a session name unlike every other. */
    @Override
    public CompletableFuture<Handshake> handshake() {
        URI url = URI.create(endpoint + "?key=" + sessionName + "&protocol=realtime");
        return Handshake.known(url, Map.of("Authorization", "Basic " + key));
    }

    @Override
    public ObjectNode session() {
        ObjectNode session = RealtimeSession.ga(settings, this::format);
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
        return OpenAiErrors.ofError(failures, code, message);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return failures.of(httpStatus, closeCode, reason);
    }

    private JsonNode format(AudioFormat format) {
        return inWords
                ? JsonNodeFactory.instance.textNode(RealtimeSession.word(format))
                : RealtimeSession.format(format);
    }
}
