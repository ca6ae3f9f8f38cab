package dev.sidetone.bridge.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.sidetone.bridge.json.JsonText;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * GPT-Live, which has no turns on its wire: nobody says when the caller began or ended, or when an answer is over, and nothing can be
 * cancelled or truncated. Its clock runs on the caller's audio, and its voice is one track in real time, in which {@link LiveTrack} finds the
 * answers. Spoken over it falls silent by itself, so nothing is cleared at Twilio.
 *
 * <p>It greets because it is asked to, and is told of keys the same way. Tools belong to a text model behind the voice ({@link Delegation}).
 */
final class GptLiveDialect implements AgentDialect {
    private static final long LONGEST_NS = 2 * 3_600_000_000_000L;

    private final URI endpoint;
    private final String key;
    private final AgentSettings settings;
    private final GptLiveErrors errors;
    private final Transcoder down;
    private final LiveTrack track = new LiveTrack();
    private final TrackClock clock = new TrackClock();
    private final BrokenAnswer broken = new BrokenAnswer();
    private final LiveCaller speaker;
    private final Delegation delegation = new Delegation(track);
    private final LiveTranscript caller = new LiveTranscript(AgentEvent.Speaker.CALLER);
    private final LiveTranscript agent = new LiveTranscript(AgentEvent.Speaker.AGENT);
    private boolean started;
    private boolean leaving;
    private SessionName session = SessionName.NONE;

    GptLiveDialect(URI endpoint, String key, AgentSettings settings) {
        this.endpoint = endpoint;
        this.key = key;
        this.settings = settings;
        this.errors = new GptLiveErrors(endpoint.getAuthority());
        this.speaker = new LiveCaller(settings, track, clock, broken);
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

    /** What a burst does to the session's clock is not documented. */
    @Override
    public int mostHeldFrames() {
        return 0;
    }

    @Override
    public boolean takesBursts() {
        return false;
    }

    @Override
    public long longestNs() {
        return settings.wire().longestNs(LONGEST_NS);
    }

    @Override
    public SessionName session() {
        return session;
    }

    @Override
    public void opened(AgentPort port, long atNs) {
        port.send(GptLiveMessages.start(settings));
    }

    @Override
    public void read(String text, AgentPort port, long atNs) {
        JsonNode message = GptLiveMessages.read(text);
        if (message.isMissingNode()) {
            port.warn("the agent sent something that is not JSON");
            return;
        }
        switch (JsonText.of(message.path("type"))) {
            case "session.started" -> started(message.path("session"), port, atNs);
            case "session.output_audio.delta" -> audio(message.path("delta"), port, atNs);
            case "session.input_transcript.delta" -> caller.add(message, port, atNs);
            case "session.output_transcript.delta" -> agent.add(message, port, atNs);
            case "session.delegation.created" -> delegated(message.path("delegation"), port);
            case "response.event" -> delegation.read(message.path("event"), port, atNs);
            case "session.closed" -> closed(JsonText.of(message.path("reason")), port, atNs);
            case "error" -> error(message.path("error"), port, atNs);
            default -> {}
        }
    }

    @Override
    public void hear(MulawChunk audio, AgentPort port) {
        if (speaker.hear(audio, port)) {
            answer("", port);
        }
        caller.settle(port, port.timers().nowNs());
        agent.settle(port, port.timers().nowNs());
    }

    @Override
    public void hearsRestOfTurn(AgentPort port) {
        speaker.hearsRestOfTurn();
    }

    @Override
    public void press(char digit, AgentPort port) {
        port.send(GptLiveMessages.say(null, "The caller pressed " + digit + " on the telephone. Go on from there."));
    }

    @Override
    public void learn(String news, AgentPort port) {
        port.send(GptLiveMessages.say(null, news + "\nGo on from there."));
    }

    @Override
    public void answer(String words, AgentPort port) {
        port.send(GptLiveMessages.say(
                null,
                words.isEmpty()
                        ? "The line was interrupted while the caller spoke. Ask the caller to say it again."
                        : "The caller has just said: " + words + "\nAnswer that."));
    }

    @Override
    public void interrupt(String answerId, long heardMs, AgentPort port) {
        // The wire has no word for it: the track is as far as the caller's ear, but for the little that is queued.
    }

    @Override
    public void giveResult(ToolResult result, AgentPort port) {
        delegation.give(result, port);
    }

    @Override
    public void leave(AgentPort port) {
        leaving = true;
        port.send(GptLiveMessages.close());
    }

    @Override
    public AgentFailure failure(int httpStatus, int closeCode, String reason) {
        return errors.of(httpStatus, closeCode, reason);
    }

    private void started(JsonNode said, AgentPort port, long atNs) {
        if (started) {
            return;
        }
        started = true;
        session = new SessionName(JsonText.of(said.path("id")), JsonText.of(said.path("model")));
        port.report(new AgentEvent.Ready(atNs));
        SessionExpiry.report(said.path("expires_at"), port, atNs);
        if (settings.greeting() != null) {
            port.send(GptLiveMessages.say(
                    null, "Say this greeting now, do not wait for the caller, then listen: " + settings.greeting()));
        }
    }

    private void audio(JsonNode delta, AgentPort port, long atNs) {
        if (!started || !delta.isTextual()) {
            return;
        }
        LiveTrack.Part part;
        MulawChunk piece;
        String before = track.answerId();
        try {
            piece = down.toLineText(delta.textValue());
            clock.came(piece.bytes(), atNs);
            part = track.take(piece, atNs);
        } catch (IllegalArgumentException e) {
            port.warn("the agent sent audio that is not base64");
            return;
        }
        boolean begins = !track.answerId().equals(before);
        if (broken.isKnown(track, begins, agent, atNs)) {
            port.report(new AgentEvent.BrokeOff(atNs));
        }
        if (begins) {
            agent.finish(port, atNs);
            caller.flush(port, atNs);
        }
        if (part == LiveTrack.Part.SILENCE) {
            return;
        }
        speaker.answered();
        if (track.creeps(atNs)) {
            port.report(new AgentEvent.Lagged(atNs, track.aheadMs(atNs), AgentEvent.Lag.WAITING_TO_BE_HEARD));
        }
        port.report(new AgentEvent.Audio(atNs, track.answerId(), piece));
    }

    /** The bridge asks for the other kind of delegation; an agent that asks the client all the same is not left waiting. */
    private static void delegated(JsonNode delegation, AgentPort port) {
        if (JsonText.of(delegation.path("target")).equals("client")) {
            String id = JsonText.of(delegation.path("id"));
            port.send(GptLiveMessages.say(
                    id.isEmpty() ? null : id, "Nothing can be looked up in this call. Say so, and go on."));
        }
    }

    private void closed(String reason, AgentPort port, long atNs) {
        flush(port, atNs);
        if (leaving) {
            return;
        }
        if (reason.equals("remote_hangup")) {
            port.report(new AgentEvent.Leaving(atNs, "the agent ended the session"));
        } else {
            port.report(new AgentEvent.Failed(atNs, errors.ofClosed(reason)));
        }
    }

    private void flush(AgentPort port, long atNs) {
        caller.flush(port, atNs);
        agent.flush(port, atNs);
    }

    private void error(JsonNode error, AgentPort port, long atNs) {
        String code = JsonText.of(error.path("code"));
        String words = JsonText.of(error.path("message"));
        port.warn("the agent reports " + code + ": " + words);
        port.report(new AgentEvent.Complained(atNs, code, words));
        if (GptLiveErrors.isFatal(code, started)) {
            port.report(new AgentEvent.Failed(atNs, errors.of(error)));
        }
    }
}
