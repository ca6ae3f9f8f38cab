package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
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
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One session on GPT-Live's wire: silent until {@code session.start}, then a track that runs on what it hears. Takes the client's messages
 * strictly. On its loop.
 */
final class GptLiveSession implements ConnectionListener {
    private static final long LIFE_S = 7_200;
    private static final long SOON_NS = 10_000_000_000L;
    /** The voice speaks of a tool that failed so much later. */
    private static final long TOLD_NS = 300_000_000L;

    private final SessionContext context;
    private final LiveContext added = new LiveContext();
    private final LiveIntake intake;
    private @Nullable GptLiveOutput out;
    private @Nullable TurnController turns;
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private ObjectNode session = JsonNodeFactory.instance.objectNode();
    private boolean started;
    private boolean muted;
    private Timers.@Nullable Timer expiry;
    private Timers.@Nullable Timer telling;

    GptLiveSession(SessionContext context) {
        this.context = context;
        this.intake = new LiveIntake(context.isInjected(AgentFault.STARVE), this::heard);
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        GptLiveOutput opened = new GptLiveOutput(wire, context, this::toolFailed);
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
            case "session.input_audio.append" -> hear(event, atNs);
            case "session.input_audio.mute", "session.input_audio.unmute" -> mute(event, to);
            case "session.commentary.append" -> comment(event, agent, to, atNs);
            case "session.thinking.append", "session.instructions.append" -> added.add(event, delegates(), to);
            case "response.item.create" -> result(event, to, agent, atNs);
            case "response.create" -> {
                event.onlyHas();
                to.delegation().goOn();
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
        session = GptLiveRules.resolved(asked);
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
            if (!delegation.path("type").equals(session.at("/delegation/type"))) {
                throw ProtocolError.invalidValue("session.delegation.type", "It holds for the whole session.");
            }
            session.set("delegation", delegation);
        }
        ObjectNode message = to.message("session.updated", event.eventId());
        message.set("session", session);
        to.send(message);
    }

    private void hear(ClientMessage event, long atNs) throws ProtocolError {
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
        if (muted) {
            Arrays.fill(mulaw, (byte) 0xFF);
        }
        intake.take(mulaw, atNs);
    }

    /** The model hears it, and its track moves on. */
    private void heard(byte[] mulaw) {
        GptLiveOutput to = out;
        TurnController agent = turns;
        if (to != null && agent != null) {
            agent.hear(mulaw, context.loop().nowNs());
            to.advance(mulaw.length);
            added.placed(to);
        }
    }

    private void mute(ClientMessage event, GptLiveOutput to) throws ProtocolError {
        event.onlyHas();
        muted = event.type().endsWith(".mute");
        to.send(to.message(event.type() + "d", event.eventId()));
    }

    private boolean delegates() {
        return JsonText.of(session.at("/delegation/type")).equals("responses");
    }

    private void comment(ClientMessage event, TurnController agent, GptLiveOutput to, long atNs) throws ProtocolError {
        String keys = KeypadWords.keysIn(added.add(event, delegates(), to));
        if (!keys.isEmpty()) {
            agent.press(keys, atNs);
        }
        agent.ask();
    }

    private void toolFailed() {
        TurnController agent = turns;
        if (agent != null) {
            agent.resulted(true);
            telling = context.loop().after(TOLD_NS, agent::ask);
        }
    }

    private void result(ClientMessage event, GptLiveOutput to, TurnController agent, long atNs) throws ProtocolError {
        event.onlyHas("item");
        ObjectNode item = event.object("item");
        if (!JsonText.of(item.path("type")).equals("function_call_output")) {
            context.log()
                    .notEmulated("response.item.create: messages for the text model are taken without effect", atNs);
            return;
        }
        String callId = ClientMessage.string(item, "item", "call_id");
        String output = ClientMessage.string(item, "item", "output");
        to.delegation().takeResult(callId);
        boolean failed = ClientMessage.json(output).has("error");
        context.log().resulted(callId, output, failed, atNs);
        agent.resulted(failed);
    }

    private void end(String reason, @Nullable String eventId, GptLiveOutput to) {
        added.lost(to);
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
        if (telling != null) {
            telling.cancel();
            telling = null;
        }
    }
}
