package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.KeypadWords;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import dev.sidetone.simulator.agent.TurnPolicy;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.ArrayDeque;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One session on GPT-Live's wire: silent until {@code session.start}, then a track that runs on what it hears. Takes the client's messages
 * strictly. On its loop.
 */
final class GptLiveSession implements ConnectionListener {
    private static final long LIFE_S = 7_200;
    private static final long SOON_NS = 10_000_000_000L;
    /** What is added to the context finds its place in the track so much later. */
    private static final long PLACED_MS = 750;
    /** About four characters a token, and 500 tokens. */
    private static final int MOST_CHARS = 2_000;

    /** Something that was added and has not found its place. */
    private record Added(String type, @Nullable String eventId, long atMs) {}

    private final SessionContext context;
    private final ArrayDeque<Added> added = new ArrayDeque<>();
    private @Nullable GptLiveOutput out;
    private @Nullable TurnController turns;
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private ObjectNode session = JsonNodeFactory.instance.objectNode();
    private boolean started;
    private Timers.@Nullable Timer expiry;

    GptLiveSession(SessionContext context) {
        this.context = context;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        GptLiveOutput opened = new GptLiveOutput(wire, context);
        out = opened;
        turns = context.turns(opened);
    }

    @Override
    public void onText(String text, long atNs) {
        GptLiveOutput to = out;
        TurnController agent = turns;
        if (to == null || agent == null) {
            return;
        }
        String eventId = null;
        try {
            ClientMessage event = ClientMessage.parse(text);
            eventId = event.eventId();
            if (!started && !event.type().equals("session.start")) {
                throw new ProtocolError("invalid_request", "The first message is session.start.", "type");
            }
            take(event, to, agent, atNs);
        } catch (ProtocolError rejected) {
            to.sendError(rejected, eventId);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (out != null) {
            out.sendError(new ProtocolError("invalid_event", "Messages are text; this was a binary one.", null), null);
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        leave();
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        context.log().note("the socket failed: " + why, atNs);
        leave();
    }

    private void take(ClientMessage event, GptLiveOutput to, TurnController agent, long atNs) throws ProtocolError {
        switch (event.type()) {
            case "session.start" -> start(event, to, agent);
            case "session.update" -> update(event, to);
            case "session.input_audio.append" -> hear(event, to, agent, atNs);
            case "session.commentary.append" -> comment(event, agent, to, atNs);
            case "session.thinking.append", "session.instructions.append" -> add(event, to);
            case "response.item.create" -> result(event, to, agent, atNs);
            case "response.create" -> {
                event.onlyHas();
                to.goOn();
                agent.ask();
            }
            case "session.close" -> end("close_requested", event.eventId(), to);
            default -> throw ProtocolError.invalidValue("type", "Unknown message '" + event.type() + "'.");
        }
    }

    private void start(ClientMessage event, GptLiveOutput to, TurnController agent) throws ProtocolError {
        event.onlyHas("session");
        if (started) {
            throw new ProtocolError("invalid_request", "The session has started already.", "type");
        }
        ObjectNode asked = event.object("session");
        GptLiveRules.check(asked);
        if (context.isInjected(AgentFault.NEVER_READY)) {
            return;
        }
        started = true;
        WireFormat format = GptLiveRules.format(asked);
        sound = new SessionAudio(format, format, context.isInjected(AgentFault.ODD_BYTES));
        to.speakThrough(sound);
        agent.behave(TurnPolicy.USUAL);
        boolean soon = context.isInjected(AgentFault.EXPIRE);
        session = asked.deepCopy();
        session.put("id", "live_" + context.number())
                .put("status", "active")
                .put(
                        "expires_at",
                        context.terms().calendar().millis() / 1000 + (soon ? SOON_NS / 1_000_000_000L : LIFE_S));
        ObjectNode message = to.message("session.started", event.eventId());
        message.set("session", session);
        to.send(message);
        if (context.isInjected(AgentFault.VARIANT)) {
            to.send(to.message("info", null).put("code", "notice").put("message", "Nothing that matters."));
        }
        if (soon) {
            expiry = context.loop().after(SOON_NS, () -> end("expired", null, to));
        }
    }

    private void update(ClientMessage event, GptLiveOutput to) throws ProtocolError {
        event.onlyHas("session");
        ObjectNode update = event.object("session");
        for (String name : (Iterable<String>) update::fieldNames) {
            if (!name.equals("delegation")) {
                throw ProtocolError.unknown("session." + name);
            }
        }
        if (update.path("delegation") instanceof ObjectNode delegation) {
            GptLiveRules.delegation(delegation);
            session.set("delegation", delegation);
        }
        ObjectNode message = to.message("session.updated", event.eventId());
        message.set("session", session);
        to.send(message);
    }

    private void hear(ClientMessage event, GptLiveOutput to, TurnController agent, long atNs) throws ProtocolError {
        event.onlyHas("audio");
        byte[] wire;
        try {
            wire = Base64.getDecoder().decode(event.string("audio"));
        } catch (IllegalArgumentException broken) {
            throw new ProtocolError("invalid_audio", "The audio is not base64.", "audio");
        }
        if (!sound.isG711() && wire.length % 2 != 0) {
            throw new ProtocolError("invalid_audio", "PCM has an even number of bytes.", "audio");
        }
        byte[] mulaw = sound.heard(wire);
        agent.hear(mulaw, atNs);
        to.advance(mulaw.length);
        while (!added.isEmpty() && added.element().atMs() <= to.clockMs()) {
            Added placed = added.remove();
            to.send(to.message(placed.type() + "ed", placed.eventId())
                    .put("start_ms", to.clockMs())
                    .put("end_ms", to.clockMs()));
        }
    }

    private String add(ClientMessage event, GptLiveOutput to) throws ProtocolError {
        event.onlyHas("content", "delegation_id");
        if (!event.body().has("delegation_id")) {
            throw ProtocolError.missing("delegation_id");
        }
        if (!event.body().path("delegation_id").isNull()
                && session.at("/delegation/type").asText().equals("responses")) {
            throw ProtocolError.invalidValue("delegation_id", "It is null where the service delegates by itself.");
        }
        String content = event.string("content");
        if (content.length() > MOST_CHARS) {
            throw ProtocolError.invalidValue("content", "At most 500 tokens.");
        }
        added.add(new Added(event.type(), event.eventId(), to.clockMs() + PLACED_MS));
        return content;
    }

    private void comment(ClientMessage event, TurnController agent, GptLiveOutput to, long atNs) throws ProtocolError {
        String keys = KeypadWords.keysIn(add(event, to));
        if (!keys.isEmpty()) {
            agent.press(keys, atNs);
        }
        agent.ask();
    }

    private void result(ClientMessage event, GptLiveOutput to, TurnController agent, long atNs) throws ProtocolError {
        event.onlyHas("item");
        ObjectNode item = event.object("item");
        if (!item.path("type").asText().equals("function_call_output")) {
            context.log()
                    .notEmulated("response.item.create: messages for the text model are taken without effect", atNs);
            return;
        }
        String callId = ClientMessage.string(item, "item", "call_id");
        String output = ClientMessage.string(item, "item", "output");
        if (!to.takeResult(callId)) {
            throw ProtocolError.invalidValue("item.call_id", "There is no open call '" + callId + "'.");
        }
        boolean failed = ClientMessage.json(output).has("error");
        context.log().resulted(callId, output, failed, atNs);
        agent.resulted(failed);
    }

    private void end(String reason, @Nullable String eventId, GptLiveOutput to) {
        for (Added lost : added) {
            to.sendError(
                    new ProtocolError(
                            "context_injection_incomplete", "The session closed before it found its place.", null),
                    lost.eventId());
        }
        added.clear();
        ObjectNode message = to.message("session.closed", eventId).put("reason", reason);
        message.set("session", session);
        message.putObject("usage").put("seconds", to.clockMs() / 1000);
        to.send(message);
        leave();
        to.close();
    }

    private void leave() {
        if (turns != null) {
            turns.leave();
        }
        if (expiry != null) {
            expiry.cancel();
            expiry = null;
        }
    }
}
