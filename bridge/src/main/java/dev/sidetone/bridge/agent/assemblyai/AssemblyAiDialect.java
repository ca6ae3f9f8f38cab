package dev.sidetone.bridge.agent.assemblyai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentError;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentFlaw;
import dev.sidetone.bridge.agent.AgentMemory;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.RestOfTurn;
import dev.sidetone.bridge.agent.SessionExpiry;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.agent.WireSettings;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import dev.sidetone.bridge.json.JsonText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * AssemblyAI's Voice Agent API. The server is silent until it gets a {@code session.update} and takes audio from {@code session.ready}
 * on, at real-time pace, so none is held. It stops by itself when the caller speaks and needs no word about it.
 *
 * <p>A tool's result waits for the end of the reply that called for it, unless it is to go at once, and is void when that was
 * interrupted; then the agent goes on by itself. An answer is cut off at the first speech, or only when the agent says that it was
 * interrupted. Keys have no message: the agent is asked to speak of them, once it is silent. Source: AssemblyAI's events reference.
 */
public final class AssemblyAiDialect implements AgentDialect {
    private static final long LONGEST_NS = 3 * 3_600_000_000_000L;

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final AssemblyAiErrors errors;
    private final Transcoder up;
    private final Transcoder down;
    private final List<ToolResult> heldResults = new ArrayList<>();
    private final StringBuilder heldKeys = new StringBuilder();
    private final List<String> heldNews = new ArrayList<>();
    private final ReplyContent content = new ReplyContent();
    private final RestOfTurn rest = new RestOfTurn();
    private boolean ready;
    private SessionName session = SessionName.NONE;
    private int replies;
    private boolean replying;
    /** The reply under way was interrupted: what still comes of it is late. */
    private boolean cut;

    public AssemblyAiDialect(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.errors = new AssemblyAiErrors(endpoint.getAuthority());
        this.up = new Transcoder(settings.audio().up());
        this.down = new Transcoder(settings.audio().down());
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public CompletableFuture<Handshake> handshake() {
        return Handshake.known(endpoint, Map.of("Authorization", "Bearer " + key));
    }

    @Override
    public int mostHeldFrames() {
        return 0;
    }

    @Override
    public long longestNs() {
        return settings.wire().longestNs(LONGEST_NS);
    }

    @Override
    public boolean takesBursts() {
        return false;
    }

    @Override
    public void answer(String words, AgentPort port) {
        port.send(AssemblyAiMessages.speak(
                words.isEmpty()
                        ? "The line was interrupted while the caller spoke. Ask the caller to say it again."
                        : "The caller has just said: " + words + "\nAnswer that."));
    }

    @Override
    public void hearsRestOfTurn(AgentPort port) {
        rest.begin();
    }

    @Override
    public SessionName session() {
        return session;
    }

    @Override
    public void opened(AgentPort port, long atNs) {
        port.send(AssemblyAiMessages.sessionUpdate(settings));
    }

    @Override
    public void read(String text, AgentPort port, long atNs) {
        JsonNode message = AssemblyAiMessages.read(text);
        if (message.isMissingNode()) {
            port.warn("the agent sent something that is not JSON");
            return;
        }
        boolean untypedError = message.has("code") || message.has("error");
        switch (JsonText.of(message.path("type"), untypedError ? "error" : "")) {
            case "session.ready" -> {
                ready = true;
                session = new SessionName(JsonText.of(message.path("session_id")), "");
                port.report(new AgentEvent.Ready(atNs));
                SessionExpiry.report(message.path("expires_at"), port, atNs);
            }
            case "input.speech.started" -> callerStarted(port, atNs);
            case "input.speech.stopped" -> {
                rest.callerStopped();
                // What still came of an answer that was spoken over has come; the next may not say that it begins.
                cut &= replying;
                port.report(new AgentEvent.CallerStopped(atNs));
            }
            case "transcript.user" -> said(AgentEvent.Speaker.CALLER, message, port, atNs);
            case "transcript.agent" -> agentSaid(message, port, atNs);
            case "reply.started" -> replyStarted();
            case "reply.audio" -> audio(JsonText.of(message.path("data")), port, atNs);
            case "reply.done" -> replyDone(JsonText.of(message.path("status")), port, atNs);
            case "tool.call" -> port.report(toolCall(message, atNs));
            case "session.ended" -> port.report(new AgentEvent.Leaving(atNs, "the agent ended the session"));
            case "session.error", "error" -> error(message, port, atNs);
            default -> {}
        }
    }

    @Override
    public void hear(MulawChunk audio, AgentPort port) {
        port.send(AssemblyAiMessages.audio(up.toWireText(audio)));
        if (rest.isOverdueAfter(audio)) {
            answer("", port);
        }
    }

    @Override
    public void press(char digit, AgentPort port) {
        heldKeys.append(digit);
        if (!replying) {
            tellHeld(port);
        }
    }

    @Override
    public void learn(String news, AgentPort port) {
        heldNews.add(news);
        if (!replying) {
            tellHeld(port);
        }
    }

    @Override
    public void interrupt(String answerId, long heardMs, AgentPort port) {
        // The wire has no word for it: the server knows when it was spoken over, and sends at real-time pace.
    }

    @Override
    public void giveResult(ToolResult result, AgentPort port) {
        if (replying && settings.wire().toolResults() == WireSettings.ToolResults.AFTER_REPLY) {
            heldResults.add(result);
            if (heldResults.size() > AgentMemory.IDS) {
                port.send(AssemblyAiMessages.toolResult(heldResults.remove(0)));
            }
        } else {
            port.send(AssemblyAiMessages.toolResult(result));
        }
    }

    @Override
    public void leave(AgentPort port) {
        port.send(AssemblyAiMessages.end());
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return errors.of(httpStatus, closeCode, reason, ready);
    }

    /** Speech cuts an answer off, unless only an interruption is to do that. */
    private void callerStarted(AgentPort port, long atNs) {
        rest.callerSpeaks();
        if (replying && settings.wire().bargeIn() == WireSettings.BargeIn.LATE) {
            return;
        }
        cut |= replying;
        port.report(new AgentEvent.CallerStarted(atNs));
    }

    /** The agent was spoken over, and says so in more than one way. */
    private void interrupted(AgentPort port, long atNs) {
        if (!cut) {
            cut = true;
            port.report(new AgentEvent.CallerStarted(atNs));
        }
    }

    private void agentSaid(JsonNode message, AgentPort port, long atNs) {
        if (replying && message.path("interrupted").asBoolean()) {
            interrupted(port, atNs);
        }
        content.says(JsonText.of(message.path("text")));
        said(AgentEvent.Speaker.AGENT, message, port, atNs);
    }

    private void replyStarted() {
        rest.answered();
        replies++;
        replying = true;
        cut = false;
        content.begin();
        down.newAnswer();
    }

    private void audio(String base64, AgentPort port, long atNs) {
        content.sounds(!base64.isEmpty());
        if (cut || base64.isEmpty()) {
            return;
        }
        if (!replying) {
            // A server that says nothing of an answer's beginning.
            replyStarted();
            content.sounds(true);
        }
        try {
            port.report(new AgentEvent.Audio(atNs, "reply-" + replies, down.toLineText(base64)));
        } catch (IllegalArgumentException e) {
            port.warn("the agent sent audio that is not base64");
            port.report(new AgentEvent.Flawed(atNs, AgentFlaw.UNREADABLE, AgentFlaw.NO_BASE64));
        }
    }

    private void replyDone(String status, AgentPort port, long atNs) {
        boolean interrupted = status.equals("interrupted");
        if (interrupted) {
            interrupted(port, atNs);
            port.report(new AgentEvent.BrokeOff(atNs));
        }
        replying = false;
        if (!interrupted) {
            content.judge(status, port, atNs);
            heldResults.forEach(result -> port.send(AssemblyAiMessages.toolResult(result)));
        }
        heldResults.clear();
        tellHeld(port);
    }

    private void tellHeld(AgentPort port) {
        heldNews.forEach(news -> port.send(AssemblyAiMessages.speak(news + "\nGo on from there.")));
        heldNews.clear();
        if (!heldKeys.isEmpty()) {
            port.send(AssemblyAiMessages.speak(
                    "The caller pressed " + heldKeys + " on the telephone. Go on from there."));
            heldKeys.setLength(0);
        }
    }

    private static AgentEvent toolCall(JsonNode message, long atNs) {
        JsonNode arguments = message.has("arguments") ? message.path("arguments") : message.path("args");
        return new AgentEvent.ToolCalled(
                atNs,
                JsonText.of(message.path("call_id")),
                JsonText.of(message.path("name")),
                arguments.isTextual() ? arguments.textValue() : arguments.isObject() ? arguments.toString() : "{}");
    }

    private static void said(AgentEvent.Speaker speaker, JsonNode message, AgentPort port, long atNs) {
        port.report(new AgentEvent.Said(atNs, speaker, JsonText.of(message.path("text"))));
    }

    private void error(JsonNode message, AgentPort port, long atNs) {
        AgentError error = AgentError.of(message.path("error"), message);
        port.warn("the agent reports " + error.line());
        port.report(new AgentEvent.Complained(atNs, error.code(), error.words()));
        if (AssemblyAiErrors.isFatal(error, ready)) {
            port.report(new AgentEvent.Failed(atNs, errors.of(error)));
        }
    }
}
