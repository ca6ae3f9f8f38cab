package dev.sidetone.simulator.agent.assemblyai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
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
import dev.sidetone.simulator.agent.ValueCheck;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session on AssemblyAI's wire: silent until a {@code session.update}, ready after it, and greeting by itself where it was given a
 * greeting. Takes the client's messages strictly. On its loop.
 */
final class AssemblyAiSession implements ConnectionListener {
    private static final long USUAL_S = 3_600;
    /** The time that the service was seen to wait before it accepts an interruption. */
    private static final long CONFIRM_MS = 1_200;
    /** A network that stalls delivers a while of audio at once, and that is no fault. */
    private static final long MOST_AHEAD_NS = 2_000_000_000L;

    private static final long SOON_NS = 10_000_000_000L;

    private final SessionContext context;
    private final ResumableSessions left;
    private @Nullable Open open;

    AssemblyAiSession(SessionContext context, ResumableSessions left) {
        this.context = context;
        this.left = left;
    }

    @Override
    public void onOpened(Connection wire, long atNs) {
        AssemblyAiOutput out = new AssemblyAiOutput(wire, context);
        if (!AssemblyAiEndpoint.hasKey(context)) {
            out.refuse("unauthorized", "The key is not valid.");
            return;
        }
        if (context.isInjected(AgentFault.UNAUTHORIZED)) {
            out.refuseTyped("UNAUTHORIZED", "The key is not valid.");
            return;
        }
        if (context.isInjected(AgentFault.FORBIDDEN)) {
            out.refuse("FORBIDDEN", "The key has no access.");
            return;
        }
        open = new Open(out);
    }

    @Override
    public void onText(String text, long atNs) {
        if (open != null) {
            open.take(text, atNs);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (open != null) {
            open.out.sendError(new ProtocolError("invalid_format", "Messages are text; this was a binary one.", null));
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        if (open != null) {
            open.leave();
            open.keep(atNs);
            open = null;
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        context.log().note("the socket failed: " + why, atNs);
    }

    /** A session whose key is good. */
    private final class Open {
        private final AssemblyAiOutput out;
        private final TurnController turns;
        private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
        private boolean ready;
        private boolean ended;
        private String sessionId = "";
        private ObjectNode config = JsonNodeFactory.instance.objectNode();
        private long readyAtNs;
        private long heardNs;
        private Timers.@Nullable Timer expiry;

        Open(AssemblyAiOutput out) {
            this.out = out;
            this.turns = context.turns(out);
        }

        void take(String text, long atNs) {
            try {
                take(ClientMessage.parse(text), atNs);
            } catch (ProtocolError rejected) {
                out.sendError(rejected);
                if (!ready) {
                    out.close(1008, rejected.code());
                }
            }
        }

        private void take(ClientMessage event, long atNs) throws ProtocolError {
            switch (event.type()) {
                case "session.update" -> update(event, atNs);
                case "input.audio" -> hear(event, atNs);
                case "tool.result" -> result(event, atNs);
                case "reply.create" -> speak(event, atNs);
                case "conversation.message" -> note(event, atNs);
                case "session.resume" -> resume(event, atNs);
                case "session.end" -> end(atNs);
                default -> throw ProtocolError.invalidValue("type", "Unknown message '" + event.type() + "'.");
            }
        }

        private void update(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("session");
            ObjectNode session = event.object("session");
            AssemblyAiRules.check(session, ready);
            limits();
            if (context.isInjected(AgentFault.BROKEN)) {
                out.sendError(new ProtocolError("internal_error", "Something went wrong inside.", null));
                out.close(1011, "internal_error");
                return;
            }
            if (context.isInjected(AgentFault.NEVER_READY)) {
                return;
            }
            AssemblyAiLimits.notEmulated(session, context.terms().script().endpointingMs())
                    .forEach(what -> context.log().notEmulated(what, atNs));
            if (ready) {
                AssemblyAiRules.merge(config, session);
                behave();
                ObjectNode updated = out.message("session.updated");
                updated.set("config", config.deepCopy());
                out.send(updated);
            } else {
                begin(session, "sess_" + context.number(), atNs);
                if (session.has("greeting")) {
                    turns.ask();
                }
            }
        }

        private void limits() throws ProtocolError {
            if (context.isInjected(AgentFault.BUSY)) {
                throw new ProtocolError("concurrency_exceeded", "Too many sessions at once.", null);
            }
            if (context.isInjected(AgentFault.QUOTA)) {
                throw new ProtocolError("at_capacity", "There is no room for more.", null);
            }
        }

        private void begin(ObjectNode session, String id, long atNs) {
            ready = true;
            sessionId = id;
            config = session.deepCopy();
            readyAtNs = atNs;
            sound = new SessionAudio(
                    AssemblyAiRules.format(session, "input"),
                    AssemblyAiRules.format(session, "output"),
                    context.isInjected(AgentFault.ODD_BYTES));
            out.speakThrough(sound);
            behave();
            ObjectNode message = out.message("session.ready").put("session_id", id);
            message.set("config", session);
            long lastsS = context.isInjected(AgentFault.EXPIRE) ? SOON_NS / 1_000_000_000L : USUAL_S;
            out.send(message.put("expires_at", (long) out.seconds() + lastsS)
                    .put("resume_token", "rt_" + context.number()));
            if (context.isInjected(AgentFault.EXPIRE)) {
                expiry = context.loop().after(SOON_NS, () -> {
                    ended = true;
                    out.sendError(
                            new ProtocolError("session_expired", "The session reached its longest duration.", null));
                    out.close(1008, "session_expired");
                });
            }
        }

        private void behave() {
            boolean yields =
                    config.at("/input/turn_detection/interrupt_response").asBoolean(true);
            long confirmMs = context.isInjected(AgentFault.VARIANT) ? CONFIRM_MS : 0;
            turns.behave(new TurnPolicy(true, true, true, yields, 0, confirmMs));
        }

        /** A session that was left a moment ago goes on, without another greeting. */
        private void resume(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("session_id");
            if (ready) {
                throw ProtocolError.invalidValue("type", "This session has begun: resume comes first.");
            }
            String id = event.string("session_id");
            begin(left.resume(id, atNs), id, atNs);
        }

        /** Taken, and without effect: the service too has been seen to ignore it. */
        private void note(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("role", "content");
            ValueCheck.oneOf("role", event.body().path("role"), List.of("user", "system"));
            event.string("content");
            context.log().note("conversation.message was taken and has no effect", atNs);
        }

        private void hear(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("audio");
            if (!ready) {
                context.log().heardTooEarly(event.string("audio").length() * 3 / 4, atNs);
                out.sendError(
                        new ProtocolError("invalid_format", "There is no session yet: wait for session.ready.", null));
                return;
            }
            byte[] mulaw;
            try {
                mulaw = sound.heard(Base64.getDecoder().decode(event.string("audio")));
            } catch (IllegalArgumentException broken) {
                throw new ProtocolError("invalid_audio", "The audio is not base64.", "audio");
            }
            heardNs += mulaw.length * LineFrame.SAMPLE_NS;
            if (heardNs > atNs - readyAtNs + MOST_AHEAD_NS) {
                heardNs -= MOST_AHEAD_NS;
                throw new ProtocolError("audio_rate_violation", "Audio comes faster than it is spoken.", null);
            }
            turns.hear(mulaw, atNs);
        }

        private void result(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("call_id", "result", "is_error");
            String callId = event.string("call_id");
            if (!out.hasCalled(callId)) {
                throw ProtocolError.invalidValue("call_id", "There is no tool call '" + callId + "'.");
            }
            boolean failed = event.body().path("is_error").asBoolean();
            context.log().resulted(callId, event.string("result"), failed, atNs);
            turns.resulted(failed);
            turns.ask();
        }

        private void speak(ClientMessage event, long atNs) throws ProtocolError {
            event.onlyHas("instructions");
            String keys = KeypadWords.keysIn(JsonText.of(event.body().path("instructions")));
            if (!keys.isEmpty()) {
                turns.press(keys, atNs);
            }
            turns.ask();
        }

        private void end(long atNs) {
            ended = true;
            out.send(out.message("session.ended")
                    .put("session_duration_seconds", ready ? (atNs - readyAtNs) / 1e9 : 0.0)
                    .putNull("audio_duration_seconds")
                    .put("timestamp", out.seconds()));
            leave();
            out.close(1000, "");
        }

        /** A client that left without a closing message may come back. */
        void keep(long atNs) {
            if (ready && !ended) {
                left.leave(sessionId, config, atNs);
            }
        }

        void leave() {
            turns.leave();
            if (expiry != null) {
                expiry.cancel();
            }
        }
    }
}
