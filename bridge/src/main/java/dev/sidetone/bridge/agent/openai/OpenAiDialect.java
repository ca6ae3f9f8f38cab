package dev.sidetone.bridge.agent.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentError;
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
import dev.sidetone.bridge.json.JsonText;
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
    private final RecentAnswers answers = new RecentAnswers();
    private final FunctionCalls calls = new FunctionCalls();
    private final ResponseQueue response = new ResponseQueue();
    private final ResponseContent content = new ResponseContent();
    private final AnswerSound sound;
    private boolean greeted;
    private boolean configured;
    private SessionName session = SessionName.NONE;

    /** A service that differs from OpenAI by {@code profile}. */
    public OpenAiDialect(RealtimeProfile profile, AgentSettings settings) {
        this.profile = profile;
        this.settings = settings;
        this.up = new Transcoder(settings.audio().up());
        this.sound = new AnswerSound(settings.audio().down(), answers, content);
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
            sound.play(delta, port, atNs);
            return;
        }
        JsonNode message;
        try {
            message = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            port.warn("the agent sent something that is not JSON");
            return;
        }
        String type = JsonText.of(message.path("type"), message.has("error") ? "error" : "");
        switch (type.replace("response.output_", "response.").replace("response.item.", "response.output_item.")) {
            case "session.created" -> created(message.path("session"), port, atNs);
            case "conversation.created" -> conversationCreated(port, atNs);
            case "session.updated" -> updated(message.path("session"), port, atNs);
            case "input_audio_buffer.speech_started" -> {
                answers.callerStarted();
                port.report(new AgentEvent.CallerStarted(atNs));
            }
            case "input_audio_buffer.speech_stopped" -> {
                answers.callerStopped();
                port.report(new AgentEvent.CallerStopped(atNs));
            }
            case "input_audio_buffer.timeout_triggered" -> port.report(new AgentEvent.TimedOut(atNs));
            case "response.created" -> {
                answers.responseBegan(JsonText.of(message.at("/response/id")));
                content.begin();
                response.begin();
            }
            case "response.done" -> responseDone(message.path("response"), port, atNs);
            case "response.audio.delta" ->
                sound.play(
                        new AudioDelta(
                                JsonText.of(message.path("item_id")),
                                JsonText.of(message.path("response_id")),
                                JsonText.of(message.path("delta"))),
                        port,
                        atNs);
            case "response.text.done" -> content.says(JsonText.of(message.path("text")));
            case "response.audio_transcript.done" -> said(AgentEvent.Speaker.AGENT, message, port, atNs);
            case "conversation.item.input_audio_transcription.completed" ->
                said(AgentEvent.Speaker.CALLER, message, port, atNs);
            case "response.output_item.added" -> callAdded(message.path("item"), port, atNs);
            case "response.function_call_arguments.done" ->
                calls.argumentsDone(message, atNs).ifPresent(port::report);
            case "response.output_item.done" ->
                calls.itemDone(message.path("item"), atNs).ifPresent(port::report);
            case "error" -> error(AgentError.of(message.path("error"), message), port, atNs);
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
            // An item without an id cannot be named to the server.
            answers.take(answerId)
                    .filter(received -> !received.item().isEmpty())
                    .ifPresent(received ->
                            port.send(OpenAiMessages.truncate(received.item(), Math.min(heardMs, received.ms()))));
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
        return new SessionName(JsonText.of(session.path("id")), JsonText.of(session.path("model")));
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
        String status = JsonText.of(done.path("status"));
        if (status.equals("failed")) {
            responseFailed(done, port, atNs);
        } else {
            response.succeeded();
        }
        if (status.equals("cancelled")) {
            port.report(new AgentEvent.BrokeOff(atNs));
        } else {
            content.judge(done, port, atNs);
        }
        answers.responseOver(!status.equals("cancelled"));
        calls.responseOver();
        content.begin();
        response.end(port);
    }

    /** The caller waits for it: another is asked for, and if that fails too there is no agent. */
    private void responseFailed(JsonNode done, AgentPort port, long atNs) {
        AgentError error = AgentError.of(done.at("/status_details/error"), done.path("status_details"));
        error(error, port, atNs);
        if (!OpenAiErrors.isFatal(error.code(), "") && !response.failed()) {
            String kind = error.code().equals("rate_limit_exceeded") ? error.code() : "server_error";
            port.report(new AgentEvent.Failed(atNs, profile.refusal(kind, error.line())));
        }
    }

    private void callAdded(JsonNode item, AgentPort port, long atNs) {
        AgentFailure tooMuch = calls.added(item);
        if (tooMuch != null) {
            port.report(new AgentEvent.Failed(atNs, tooMuch));
        }
    }

    private static void said(AgentEvent.Speaker speaker, JsonNode message, AgentPort port, long atNs) {
        port.report(new AgentEvent.Said(atNs, speaker, JsonText.of(message.path("transcript"))));
    }

    /** Most errors leave the session open; one before the session is configured leaves nothing to wait for. */
    private void error(AgentError error, AgentPort port, long atNs) {
        String code = error.code();
        if (code.equals("conversation_already_has_active_response")) {
            // The server's own turn detection was quicker: our wish waits for that response's end.
            response.refused();
        } else if (!code.equals("response_cancel_not_active")) {
            port.warn("the agent reports " + error.line());
            port.report(new AgentEvent.Complained(atNs, code, error.words()));
            if (profile.saysOtherwise(error.param())) {
                port.send(OpenAiMessages.sessionUpdate(profile.session()));
            } else if (OpenAiErrors.isFatal(code, error.param())) {
                port.report(new AgentEvent.Failed(atNs, profile.refusal(code, error.words())));
            }
        }
    }
}
