package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.socket.Wire;
import dev.sidetone.bridge.socket.WireListener;
import dev.sidetone.bridge.time.Timers;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One session on AssemblyAI's wire: silent until a {@code session.update}, ready after it, and greeting by itself where it was given a
 * greeting. Takes the client's messages strictly. On its loop.
 */
final class AssemblyAiSession implements WireListener {
    private static final long USUAL_S = 3_600;
    private static final long SOON_NS = 10_000_000_000L;

    private final AgentDoor.Visit visit;
    private @Nullable Open open;

    AssemblyAiSession(AgentDoor.Visit visit) {
        this.visit = visit;
    }

    @Override
    public void onOpened(Wire wire, long atNs) {
        AssemblyAiOut out = new AssemblyAiOut(wire, visit);
        if (!AssemblyAiDoor.hasKey(visit)) {
            out.refuse("unauthorized", "The key is not valid.");
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
            open.out.complain(new Rejected("invalid_format", "Messages are text; this was a binary one.", null));
        }
    }

    @Override
    public void onClosed(int code, String reason, long atNs) {
        if (open != null) {
            open.leave();
            open = null;
        }
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        visit.log().note("the socket failed: " + why, atNs);
    }

    /** A session whose key is good. */
    private final class Open {
        private final AssemblyAiOut out;
        private final AgentMind mind;
        private AgentSound sound = new AgentSound(AudioFormat.MULAW, AudioFormat.MULAW, false);
        private boolean ready;
        private Timers.@Nullable Timer expiry;

        Open(AssemblyAiOut out) {
            this.out = out;
            this.mind = visit.mind(out);
        }

        void take(String text, long atNs) {
            try {
                take(ClientEvent.parse(text), atNs);
            } catch (Rejected rejected) {
                out.complain(rejected);
                if (!ready) {
                    out.close(1008, rejected.code());
                }
            }
        }

        private void take(ClientEvent event, long atNs) throws Rejected {
            switch (event.type()) {
                case "session.update" -> update(event);
                case "input.audio" -> hear(event, atNs);
                case "tool.result" -> result(event, atNs);
                case "reply.create" -> speak(event, atNs);
                case "session.end" -> end();
                default -> throw Rejected.invalidValue("type", "Unknown message '" + event.type() + "'.");
            }
        }

        private void update(ClientEvent event) throws Rejected {
            event.onlyHas("session");
            ObjectNode session = event.object("session");
            AssemblyAiRules.check(session, ready);
            if (visit.suffers(AgentFault.BUSY)) {
                throw new Rejected("concurrency_exceeded", "Too many sessions at once.", null);
            }
            if (visit.suffers(AgentFault.NEVER_READY)) {
                return;
            }
            if (ready) {
                ObjectNode updated = out.message("session.updated");
                updated.set("config", session);
                out.send(updated);
            } else {
                begin(session);
            }
        }

        private void begin(ObjectNode session) {
            ready = true;
            sound = new AgentSound(
                    AssemblyAiRules.format(session, "input"),
                    AssemblyAiRules.format(session, "output"),
                    visit.suffers(AgentFault.ODD_BYTES));
            out.speakThrough(sound);
            boolean yields =
                    session.at("/input/turn_detection/interrupt_response").asBoolean(true);
            mind.behave(new Manners(true, true, true, yields, 0));
            ObjectNode message = out.message("session.ready").put("session_id", "sess_" + visit.number());
            message.set("config", session);
            long lastsS = visit.suffers(AgentFault.EXPIRE) ? SOON_NS / 1_000_000_000L : USUAL_S;
            out.send(message.put("expires_at", (long) out.seconds() + lastsS)
                    .put("resume_token", "rt_" + visit.number()));
            if (visit.suffers(AgentFault.EXPIRE)) {
                expiry = visit.loop().after(SOON_NS, () -> {
                    out.complain(new Rejected("session_expired", "The session reached its longest duration.", null));
                    out.close(1008, "session_expired");
                });
            }
            if (session.has("greeting")) {
                mind.ask();
            }
        }

        private void hear(ClientEvent event, long atNs) throws Rejected {
            event.onlyHas("audio");
            if (!ready) {
                visit.log().heardTooEarly(event.string("audio").length() * 3 / 4, atNs);
                out.complain(new Rejected("invalid_format", "There is no session yet: wait for session.ready.", null));
                return;
            }
            try {
                mind.hear(sound.heard(Base64.getDecoder().decode(event.string("audio"))), atNs);
            } catch (IllegalArgumentException broken) {
                throw new Rejected("invalid_audio", "The audio is not base64.", "audio");
            }
        }

        private void result(ClientEvent event, long atNs) throws Rejected {
            event.onlyHas("call_id", "result", "is_error");
            String callId = event.string("call_id");
            if (!out.hasCalled(callId)) {
                throw Rejected.invalidValue("call_id", "There is no tool call '" + callId + "'.");
            }
            boolean failed = event.body().path("is_error").asBoolean();
            visit.log().resulted(callId, event.string("result"), failed, atNs);
            mind.resulted(failed);
            mind.ask();
        }

        private void speak(ClientEvent event, long atNs) throws Rejected {
            event.onlyHas("instructions");
            String keys = KeyWords.keysIn(event.body().path("instructions").asText());
            if (!keys.isEmpty()) {
                mind.press(keys, atNs);
            }
            mind.ask();
        }

        private void end() {
            out.send(out.message("session.ended")
                    .put("session_duration_seconds", 0.0)
                    .putNull("audio_duration_seconds")
                    .put("timestamp", out.seconds()));
            leave();
            out.close(1000, "");
        }

        void leave() {
            mind.leave();
            if (expiry != null) {
                expiry.cancel();
            }
        }
    }
}
