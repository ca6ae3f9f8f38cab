package dev.sidetone.bridge.agent.gemini;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.AgentDialect;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentPort;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.CallerEar;
import dev.sidetone.bridge.agent.Handshake;
import dev.sidetone.bridge.agent.SessionName;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.json.JsonText;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google's Gemini Live API. Its messages are JSON in binary frames, several keys in one; it has no event for an error, only the reason of a
 * close frame. It answers by itself, sends whole answers ahead of the ear, and says {@code interrupted} when it was spoken over: what it
 * still sends is void until {@code turnComplete}. It is sent no word about what was heard.
 *
 * <p>It does not say when the caller began or stopped, unless it sends {@code voiceActivity}. Keys and the greeting go as text. Source: the
 * Live API's reference and the types of Google's client libraries.
 */
final class GeminiDialect implements AgentDialect {
    /** Five seconds. */
    private static final int MOST_HELD_FRAMES = 250;
    /** A notice that does not say how long is left. */
    private static final double UNKNOWN_LEFT_S = 10;

    private static final double MOST_LEFT_S = 24 * 3_600;
    private static final double NS_PER_S = 1e9;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final GeminiErrors errors;
    private final GeminiSound sound;
    private final GeminiCalls calls;
    private final CallerEar ear;
    private final GeminiTranscript caller = new GeminiTranscript(AgentEvent.Speaker.CALLER);
    private final GeminiTranscript agent = new GeminiTranscript(AgentEvent.Speaker.AGENT);
    private boolean ready;
    private SessionName session = SessionName.NONE;

    GeminiDialect(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.errors = new GeminiErrors(endpoint.getAuthority());
        this.sound = new GeminiSound(settings.audio());
        this.calls = new GeminiCalls(settings.wire());
        this.ear = new CallerEar(settings.silenceMs());
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public CompletableFuture<Handshake> handshake() {
        return Handshake.known(endpoint, Map.of("x-goog-api-key", key));
    }

    @Override
    public int mostHeldFrames() {
        return MOST_HELD_FRAMES;
    }

    @Override
    public long longestNs() {
        return settings.wire().longestNs(0);
    }

    @Override
    public SessionName session() {
        return session;
    }

    @Override
    public void opened(AgentPort port, long atNs) {
        port.send(GeminiMessages.setup(settings));
    }

    @Override
    public void read(String text, AgentPort port, long atNs) {
        take(GeminiMessages.read(text), port, atNs);
    }

    @Override
    public void read(byte[] binary, AgentPort port, long atNs) {
        take(GeminiMessages.read(binary), port, atNs);
    }

    private void take(JsonNode message, AgentPort port, long atNs) {
        if (!message.isObject()) {
            port.warn("the agent sent something that is not JSON");
            return;
        }
        if (message.path("setupComplete").isObject()) {
            becomeReady(message.path("setupComplete"), port, atNs);
        }
        calls.cancel(message.path("toolCallCancellation").path("ids"), port);
        activity(GeminiMessages.text(message.at("/voiceActivity/voiceActivityType")), port, atNs);
        content(message.path("serverContent"), port, atNs);
        calls.read(message.path("toolCall").path("functionCalls"), port, atNs);
        resumption(message.path("sessionResumptionUpdate"), port, atNs);
        if (message.path("goAway").isObject()) {
            goAway(GeminiMessages.text(message.at("/goAway/timeLeft")), port, atNs);
        }
        if (message.has("error") || message.has("code")) {
            complain(message.has("error") ? message.path("error") : message, port, atNs);
        }
    }

    /** What is said of the caller's turn comes before what answers it, and an interruption before sound that it makes void. */
    private void content(JsonNode content, AgentPort port, long atNs) {
        if (content.path("interrupted").asBoolean()) {
            agent.flush(port, atNs);
            sound.interrupted(port, atNs);
        }
        caller.add(content.path("inputTranscription"), port, atNs);
        for (JsonNode part : content.path("modelTurn").path("parts")) {
            if (part.path("inlineData").isObject() && sound.play(part.path("inlineData"), port, atNs)) {
                caller.flush(port, atNs);
            }
        }
        agent.add(content.path("outputTranscription"), port, atNs);
        if (content.path("generationComplete").asBoolean()) {
            sound.generated();
        }
        if (content.path("turnComplete").asBoolean()) {
            caller.flush(port, atNs);
            agent.flush(port, atNs);
            sound.turnOver();
            rejected(GeminiMessages.text(content.path("turnCompleteReason")), port, atNs);
        }
    }

    /** A turn that gave nothing for a reason of the model's own. */
    private static void rejected(String reason, AgentPort port, long atNs) {
        if (!reason.isEmpty() && !reason.equals("NEED_MORE_INPUT") && !reason.endsWith("UNSPECIFIED")) {
            port.report(new AgentEvent.Complained(atNs, reason, "the agent ended its turn with " + reason));
        }
    }

    private void becomeReady(JsonNode complete, AgentPort port, long atNs) {
        if (ready) {
            return;
        }
        ready = true;
        session = new SessionName(GeminiMessages.text(complete.path("sessionId")), "");
        if (settings.greeting() != null) {
            port.send(GeminiMessages.say("Say this greeting now, then listen to the caller: " + settings.greeting()));
        }
        port.report(new AgentEvent.Ready(atNs));
    }

    private void activity(String type, AgentPort port, long atNs) {
        if (!type.isEmpty()) {
            ear.agentTells();
        }
        switch (type) {
            case "ACTIVITY_START" -> sound.callerStarted(port, atNs);
            case "ACTIVITY_END" -> port.report(new AgentEvent.CallerStopped(atNs));
            default -> {}
        }
    }

    private static void resumption(JsonNode update, AgentPort port, long atNs) {
        String handle = GeminiMessages.text(update.path("newHandle"));
        if (update.path("resumable").asBoolean() && !handle.isEmpty()) {
            port.report(new AgentEvent.Resumable(atNs, handle));
        } else if (update.isObject()) {
            port.report(new AgentEvent.Resumable(atNs, null));
        }
    }

    private static void goAway(String timeLeft, AgentPort port, long atNs) {
        Matcher seconds = SECONDS.matcher(timeLeft);
        double leftS = seconds.matches() ? Double.parseDouble(seconds.group(1)) : UNKNOWN_LEFT_S;
        port.report(new AgentEvent.Lasts(atNs, Math.round(Math.min(leftS, MOST_LEFT_S) * NS_PER_S)));
    }

    /** Not documented for the wire, but read by Google's own client. */
    private void complain(JsonNode error, AgentPort port, long atNs) {
        String words = GeminiMessages.text(error.path("message"));
        String code = error.path("code").isValueNode() && !error.path("code").isNull()
                ? JsonText.of(error.path("code"))
                : "error";
        port.warn("the agent reports " + code + ": " + words);
        port.report(new AgentEvent.Complained(atNs, code, words));
        if (!ready) {
            port.report(new AgentEvent.Failed(atNs, errors.of(words)));
        }
    }

    @Override
    public void hear(MulawChunk audio, AgentPort port) {
        ear.hear(audio, port);
        port.send(sound.toWire(audio));
    }

    @Override
    public void press(char digit, AgentPort port) {
        port.send(GeminiMessages.say("[caller pressed " + digit + "]"));
    }

    @Override
    public void learn(String news, AgentPort port) {
        port.send(GeminiMessages.say(news + "\nGo on from there."));
    }

    @Override
    public void interrupt(String answerId, long heardMs, AgentPort port) {
        // The wire has no word for it: the server takes what it has sent for heard.
    }

    @Override
    public void giveResult(ToolResult result, AgentPort port) {
        calls.give(result, port);
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return errors.of(httpStatus, closeCode, reason, ready);
    }
}
