package dev.sidetone.bridge.agent.openai;

import dev.sidetone.bridge.json.JsonText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.SessionExpiry;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * OpenAI Realtime over WebSocket, and the services that speak it with a {@link RealtimeProfile} of their own.
 *
 * <p>A session begins in 24 kHz PCM, so the agent is ready only at {@code session.updated}. The server cuts an answer off by itself when
 * it hears the caller; how much of it was heard it must be told. Of the two spellings of an event, with {@code output_} and without, both
 * are taken. Source: OpenAI API reference, Realtime client and server events.
 */
public final class OpenAiDialect implements AgentDialect {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_HELD_FRAMES = 250;

    private final RealtimeProfile profile;
    private final AgentSettings settings;
    private final Transcoder up;
    private final Transcoder down;
    private final RecentAnswers answers = new RecentAnswers();
    private final FunctionCalls calls = new FunctionCalls();
    private final ResponseQueue response = new ResponseQueue();
    private boolean greeted;
    private boolean configured;
    private SessionName session = SessionName.NONE;

    /** A service that differs from OpenAI by {@code profile}. */
    public OpenAiDialect(RealtimeProfile profile, AgentSettings settings) {
        this.profile = profile;
        this.settings = settings;
        this.up = new Transcoder(settings.audio().up());
        this.down = new Transcoder(settings.audio().down());
    }

    @Override
    public URI endpoint() {
        return profile.endpoint();
    }

    @Override
    public CompletableFuture<Handshake> handshake() {
        return profile.handshake();
    }

    @Override
    public int mostHeldFrames() {
        return MOST_HELD_FRAMES;
    }

    @Override
    public long longestNs() {
        return settings.wire().longestNs(profile.longestNs());
    }

    @Override
    public SessionName session() {
        return session;
    }

    @Override
    public void opened(AgentPort port, long atNs) {
        // The server speaks first.
    }

    @Override
    public void read(String text, AgentPort port, long atNs) {
        AudioDelta delta = AudioDelta.read(text);
        if (delta != null) {
            audio(delta.item(), delta.base64(), port, atNs);
            return;
        }
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            port.warn("the agent sent something that is not JSON");
            return;
        }
        switch (JsonText.of(message.path("type")).replace("response.output_audio", "response.audio")) {
            case "session.created" -> created(message.path("session"), port, atNs);
            case "conversation.created" -> conversationCreated(port, atNs);
            case "session.updated" -> updated(message.path("session"), port, atNs);
            case "input_audio_buffer.speech_started" -> port.report(new AgentEvent.CallerStarted(atNs));
            case "input_audio_buffer.speech_stopped" -> port.report(new AgentEvent.CallerStopped(atNs));
            case "response.created" -> response.begin();
            case "response.done" -> responseDone(message.path("response"), port, atNs);
            case "response.audio.delta" ->
                audio(JsonText.of(message.path("item_id")), JsonText.of(message.path("delta")), port, atNs);
            case "response.audio_transcript.done" -> said(AgentEvent.Speaker.AGENT, message, port, atNs);
            case "conversation.item.input_audio_transcription.completed" ->
                said(AgentEvent.Speaker.CALLER, message, port, atNs);
            case "response.output_item.added" -> callAdded(message.path("item"), port, atNs);
            case "response.function_call_arguments.done" ->
                calls.argumentsDone(message, atNs).ifPresent(port::report);
            case "response.output_item.done" ->
                calls.itemDone(message.path("item"), atNs).ifPresent(port::report);
            case "error" -> error(message.path("error"), message, port, atNs);
            default -> {}
        }
    }

    @Override
    public void hear(MulawChunk audio, AgentPort port) {
        port.send(OpenAiMessages.append(up.toWireText(audio)));
    }

    @Override
    public void press(char digit, AgentPort port) {
        port.send(OpenAiMessages.userText("[caller pressed " + digit + "]"));
        response.want(port);
    }

    @Override
    public void learn(String news, AgentPort port) {
        port.send(OpenAiMessages.userText("[" + news + "]"));
        response.want(port);
    }

    @Override
    public void interrupt(String answerId, long heardMs, AgentPort port) {
        if (profile.interruption() == RealtimeProfile.Interruption.TRUNCATE) {
            answers.take(answerId)
                    .ifPresent(
                            receivedMs -> port.send(OpenAiMessages.truncate(answerId, Math.min(heardMs, receivedMs))));
        } else if (response.isActive()) {
            port.send(OpenAiMessages.cancel());
        }
    }

    @Override
    public void giveResult(ToolResult result, AgentPort port) {
        port.send(OpenAiMessages.toolResult(result));
        if (calls.answered(result.callId())) {
            response.want(port);
        }
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return profile.failure(httpStatus, closeCode, reason);
    }

    private void created(JsonNode created, AgentPort port, long atNs) {
        session = name(created);
        if (!configured) {
            configured = true;
            port.send(OpenAiMessages.sessionUpdate(profile.session()));
        }
        SessionExpiry.report(created.path("expires_at"), port, atNs);
    }

    private void conversationCreated(AgentPort port, long atNs) {
        if (profile.beginsWithConversation() && !configured) {
            created(JSON.createObjectNode(), port, atNs);
        }
    }

    private void updated(JsonNode updated, AgentPort port, long atNs) {
        session = updated.has("id") ? name(updated) : session;
        ready(port, atNs);
    }

    private static SessionName name(JsonNode session) {
        return new SessionName(
                JsonText.of(session.path("id")), JsonText.of(session.path("model")));
    }

    private void ready(AgentPort port, long atNs) {
        String greeting = settings.greeting();
        if (greeting == null || greeted) {
            port.report(new AgentEvent.Ready(atNs));
            return;
        }
        greeted = true;
        // Said first: a key that was held for the ready agent asks for a response of its own, which waits for the
        // greeting's end.
        response.begin();
        port.report(new AgentEvent.Ready(atNs));
        if (profile.greetsByMessage()) {
            port.send(OpenAiMessages.userText(OpenAiMessages.greetingOrder(greeting)));
            port.send(OpenAiMessages.respond());
        } else {
            port.send(OpenAiMessages.greet(greeting));
        }
    }

    private void responseDone(JsonNode done, AgentPort port, long atNs) {
        if (JsonText.of(done.path("status")).equals("failed")) {
            responseFailed(done, port, atNs);
        } else {
            response.succeeded();
        }
        if (JsonText.of(done.path("status")).equals("cancelled")) {
            port.report(new AgentEvent.BrokeOff(atNs));
        }
        response.end(port);
    }

    /** The caller waits for it: another is asked for, and if that fails too there is no agent. */
    private void responseFailed(JsonNode done, AgentPort port, long atNs) {
        JsonNode error = done.at("/status_details/error");
        String code = JsonText.of(error.path("code"));
        error(error, done, port, atNs);
        if (!OpenAiErrors.isFatal(code, "") && !response.failed()) {
            String kind = code.equals("rate_limit_exceeded") ? code : "server_error";
            port.report(new AgentEvent.Failed(atNs, profile.refusal(kind, code)));
        }
    }

    private void audio(String item, String base64, AgentPort port, long atNs) {
        if (answers.isNew(item)) {
            down.newAnswer();
        }
        MulawChunk chunk;
        try {
            chunk = down.toLineText(base64);
        } catch (IllegalArgumentException e) {
            port.warn("the agent sent audio that is not base64");
            return;
        }
        if (chunk.bytes() > 0) {
            answers.add(item, chunk.bytes());
            port.report(new AgentEvent.Audio(atNs, item, chunk));
        }
    }

    private void callAdded(JsonNode item, AgentPort port, long atNs) {
        AgentFailure tooMuch = calls.added(item);
        if (tooMuch != null) {
            port.report(new AgentEvent.Failed(atNs, tooMuch));
        }
    }

    private static void said(AgentEvent.Speaker speaker, JsonNode message, AgentPort port, long atNs) {
        port.report(
                new AgentEvent.Said(atNs, speaker, JsonText.of(message.path("transcript"))));
    }

    /** Most errors leave the session open; one before the session is configured leaves nothing to wait for. */
    private void error(JsonNode error, JsonNode message, AgentPort port, long atNs) {
        String code = JsonText.of(error.path("code"));
        String param = JsonText.of(error.path("param"));
        String words = JsonText.of(error.path("message"), JsonText.of(message.path("message")));
        if (code.equals("conversation_already_has_active_response")) {
            // The server's own turn detection was quicker: our wish waits for that response's end.
            response.refused();
        } else if (!code.equals("response_cancel_not_active")) {
            port.warn("the agent reports " + code + ": " + words);
            port.report(new AgentEvent.Complained(atNs, code, words));
            if (profile.saysOtherwise(param)) {
                port.send(OpenAiMessages.sessionUpdate(profile.session()));
            } else if (OpenAiErrors.isFatal(code, param)) {
                port.report(new AgentEvent.Failed(atNs, profile.refusal(code, words)));
            }
        }
    }
}
