package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.audio.MulawChunk;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OpenAI Realtime over WebSocket in its GA shape, with {@code audio/pcmu} both ways so that audio passes through untouched.
 *
 * <p>The session's default is 24 kHz PCM, so the agent is ready only at {@code session.updated}. The server cuts an answer off by
 * itself when it hears the caller; how much of it was heard it must be told. Source: OpenAI API reference, Realtime client and server
 * events.
 */
public final class OpenAiDialect implements AgentDialect {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiDialect.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final Map<String, Long> bytesReceived = new RecentAnswers();
    private boolean greeted;
    private boolean responding;
    private boolean responseWanted;

    /**
     * @param endpoint origin and path, as in {@code wss://api.openai.com/v1/realtime}
     * @param key goes into the handshake and nowhere else
     */
    public OpenAiDialect(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
    }

    @Override
    public URI url() {
        return URI.create(endpoint + "?model=" + URLEncoder.encode(settings.model(), StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + key);
    }

    @Override
    public void read(String text, long atNs, Consumer<String> out, Consumer<AgentEvent> events) {
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            LOG.warn("the agent sent something that is not JSON");
            return;
        }
        switch (message.path("type").asText()) {
            case "session.created" -> out.accept(OpenAiMessages.sessionUpdate(settings));
            case "session.updated" -> ready(atNs, out, events);
            case "input_audio_buffer.speech_started" -> events.accept(new AgentEvent.CallerStarted(atNs));
            case "input_audio_buffer.speech_stopped" -> events.accept(new AgentEvent.CallerStopped(atNs));
            case "response.created" -> responding = true;
            case "response.done" -> responseDone(message.path("response"), atNs, out, events);
            case "response.output_audio.delta" -> audio(message, atNs, events);
            case "response.output_audio_transcript.done" -> said(AgentEvent.Speaker.AGENT, message, atNs, events);
            case "conversation.item.input_audio_transcription.completed" ->
                said(AgentEvent.Speaker.CALLER, message, atNs, events);
            case "error" -> error(message.path("error"), atNs, events);
            default -> {}
        }
    }

    @Override
    public void hear(MulawChunk audio, Consumer<String> out) {
        out.accept(OpenAiMessages.append(audio));
    }

    @Override
    public void press(char digit, Consumer<String> out) {
        out.accept(OpenAiMessages.userText("[caller pressed " + digit + "]"));
        respond(out);
    }

    @Override
    public void interrupt(String answerId, long heardMs, Consumer<String> out) {
        Long bytes = bytesReceived.remove(answerId);
        if (bytes != null) {
            long receivedMs = bytes * 1000 / 8000;
            out.accept(OpenAiMessages.truncate(answerId, Math.min(heardMs, receivedMs)));
        }
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return OpenAiFailures.of(endpoint.getAuthority(), httpStatus, closeCode, reason);
    }

    private void ready(long atNs, Consumer<String> out, Consumer<AgentEvent> events) {
        String greeting = settings.greeting();
        boolean greets = greeting != null && !greeted;
        // Said first: a key that was held for the ready agent asks for a response of its own, which waits for the
        // greeting's end.
        responding |= greets;
        events.accept(new AgentEvent.Ready(atNs));
        if (greeting != null && greets) {
            greeted = true;
            out.accept(OpenAiMessages.greet(greeting));
        }
    }

    /** Only one response may be active at a time: a wish that comes during one waits for its end. */
    private void respond(Consumer<String> out) {
        responseWanted = responding;
        if (!responding) {
            responding = true;
            out.accept(OpenAiMessages.respond());
        }
    }

    private void responseDone(JsonNode response, long atNs, Consumer<String> out, Consumer<AgentEvent> events) {
        responding = false;
        if (response.path("status").asText().equals("failed")) {
            error(response.at("/status_details/error"), atNs, events);
        }
        if (responseWanted) {
            respond(out);
        }
    }

    private void audio(JsonNode message, long atNs, Consumer<AgentEvent> events) {
        String item = message.path("item_id").asText();
        MulawChunk chunk = MulawChunk.ofBase64(message.path("delta").asText());
        bytesReceived.merge(item, (long) chunk.bytes(), Long::sum);
        events.accept(new AgentEvent.Audio(atNs, item, chunk));
    }

    private static void said(AgentEvent.Speaker speaker, JsonNode message, long atNs, Consumer<AgentEvent> events) {
        events.accept(
                new AgentEvent.Said(atNs, speaker, message.path("transcript").asText()));
    }

    /** Most errors leave the session open; one before the session is configured leaves nothing to wait for. */
    private void error(JsonNode error, long atNs, Consumer<AgentEvent> events) {
        String code = error.path("code").asText();
        if (code.equals("conversation_already_has_active_response")) {
            // The server's own turn detection was quicker: our wish waits for that response's end.
            responding = true;
            responseWanted = true;
            return;
        }
        LOG.warn("the agent reports {}: {}", code, error.path("message").asText());
        if (OpenAiFailures.isFatal(code, error.path("param").asText())) {
            events.accept(new AgentEvent.Failed(
                    atNs, OpenAiFailures.ofError(code, error.path("message").asText())));
        }
    }

    /** Bytes by answer; only the last few can still be unheard. */
    private static final class RecentAnswers extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 16;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    }
}
