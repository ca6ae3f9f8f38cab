package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Wire;
import java.nio.charset.StandardCharsets;

/** What an Omni agent's mind does, as messages of that wire, in its plain or its tagged framing. On the session's loop. */
final class OmniOut implements MindListener {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final byte AUDIO = 1;
    private static final byte TRANSCRIPT = 2;
    private static final byte CONTROL = 3;
    private static final long FAREWELL_NS = 500_000_000L;

    private final Wire wire;
    private final AgentDoor.Visit visit;
    private final boolean tagged;
    private final AgentSound sound;
    private boolean speaking;
    private String words = "";
    private int answers;
    private int calls;

    OmniOut(Wire wire, AgentDoor.Visit visit, boolean tagged, AgentSound sound) {
        this.wire = wire;
        this.visit = visit;
        this.tagged = tagged;
        this.sound = sound;
    }

    /** A message; the framings disagree about the name of its kind. */
    ObjectNode message(String kind) {
        return JSON.objectNode().put(tagged ? "event" : "type", kind);
    }

    void send(ObjectNode message) {
        if (tagged) {
            send(CONTROL, message.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            wire.send(message.toString());
        }
    }

    void complain(String code, String what) {
        visit.log().complained(code, what, visit.loop().nowNs());
        send(message("error").put("code", code).put("message", what));
    }

    /** Says that it leaves, and does. */
    void leave() {
        send(message(tagged ? "session_end" : "session_ending"));
        visit.loop().after(FAREWELL_NS, () -> close(1000, ""));
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }

    @Override
    public void callerStarted(long startMs) {
        if (speaking) {
            speaking = false;
            send(message("flush"));
        }
    }

    @Override
    public void callerStopped(long endMs) {
        // This wire does not tell.
    }

    @Override
    public String answerStarted(Answer answer) {
        words = answer.words();
        sound.newAnswer();
        if (tagged) {
            send(message("turn").put("role", "assistant"));
        }
        return "answer_" + visit.number() + "_" + ++answers;
    }

    @Override
    public void answered(MulawChunk audio, String spoken) {
        speaking = true;
        if (!words.isEmpty()) {
            transcript(words);
            words = "";
        }
        late(audio);
    }

    @Override
    public void acted(AgentScript.Deed deed) {
        long nowNs = visit.loop().nowNs();
        if (deed instanceof AgentScript.Deed.CallTool call) {
            String callId = "t_" + visit.number() + "_" + ++calls;
            visit.log().wished(callId, call.tool(), call.arguments(), nowNs);
            send(message("tool_call")
                    .put("call_id", callId)
                    .put("name", call.tool())
                    .put("arguments", call.arguments()));
            return;
        }
        visit.log().wished("", deed.tool(), deed.arguments(), nowNs);
        if (deed instanceof AgentScript.Deed.Transfer transfer) {
            send(message("transfer_to_human").put("destination", transfer.destination()));
        } else {
            leave();
        }
    }

    boolean hasCalled(String callId) {
        return visit.log().wishes().stream().anyMatch(wish -> wish.callId().equals(callId));
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        if (ending != AgentLog.Ending.INTERRUPTED) {
            speaking = false;
        }
    }

    @Override
    public void answerRefused() {
        // This wire does not tell.
    }

    @Override
    public void late(MulawChunk audio) {
        byte[] pcm = sound.said(audio);
        if (tagged) {
            send(AUDIO, pcm);
        } else {
            wire.send(pcm);
        }
    }

    @Override
    public void babble() {
        if (tagged) {
            send(CONTROL, "{\"event\":".getBytes(StandardCharsets.UTF_8));
        } else {
            wire.send("{\"type\":");
        }
    }

    @Override
    public void die() {
        wire.close(1011, "");
    }

    private void transcript(String text) {
        ObjectNode said = message("transcript").put("role", "assistant").put("text", text);
        said.put("final", true);
        if (tagged) {
            send(TRANSCRIPT, said.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            send(said);
        }
    }

    private void send(byte tag, byte[] payload) {
        byte[] message = new byte[payload.length + 1];
        message[0] = tag;
        System.arraycopy(payload, 0, message, 1, payload.length);
        wire.send(message);
    }
}
