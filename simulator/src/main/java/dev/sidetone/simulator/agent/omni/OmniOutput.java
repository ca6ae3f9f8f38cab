package dev.sidetone.simulator.agent.omni;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentOutput;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ScriptedAnswer;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.UnrecognisedSpeech;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The messages of an Omni agent, in the plain or the tagged framing. On the session's loop. */
final class OmniOutput implements AgentOutput {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final byte AUDIO = 1;
    private static final byte TRANSCRIPT = 2;
    private static final byte CONTROL = 3;
    private static final long FAREWELL_NS = 500_000_000L;
    private static final String NO_VOICE = "voice_not_found";

    private final Connection wire;
    private final SessionContext context;
    private final boolean tagged;
    private final SessionAudio sound;
    private final boolean variant;
    private boolean speaking;
    private String words = "";
    private int answers;
    private int calls;
    private long sentMs;
    /** Sound that waits for the next message to come in. */
    private final Deque<byte[]> held = new ArrayDeque<>();

    OmniOutput(Connection wire, SessionContext context, boolean tagged, SessionAudio sound) {
        this.wire = wire;
        this.context = context;
        this.tagged = tagged;
        this.sound = sound;
        this.variant = context.isInjected(AgentFault.VARIANT);
    }

    /** A message; the framings disagree about the name of its kind. */
    ObjectNode message(String kind) {
        return JSON.objectNode().put(tagged || variant ? "event" : "type", kind);
    }

    void send(ObjectNode message) {
        if (tagged) {
            send(CONTROL, message.toString().getBytes(StandardCharsets.UTF_8));
        } else {
            wire.send(message.toString());
        }
    }

    void sendError(String code, String what) {
        context.log()
                .errorSent(new ProtocolError(code, what, null), context.loop().nowNs());
        send(message("error").put("code", code).put("message", what));
    }

    /** The agent has no such voice: reported among the sound, where sound is tagged. */
    void sendVoiceError(String voice) {
        context.log()
                .errorSent(
                        new ProtocolError(NO_VOICE, "There is no voice '" + voice + "'.", "voice_id"),
                        context.loop().nowNs());
        if (tagged) {
            send(AUDIO, JSON.objectNode().put("detail", NO_VOICE).toString().getBytes(StandardCharsets.UTF_8));
        } else {
            send(message("error").put("message", NO_VOICE));
        }
    }

    /** Says that it leaves, and does. */
    void leave() {
        send(message(tagged ? "session_end" : "session_ending"));
        context.loop().after(FAREWELL_NS, () -> close(1000, ""));
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }

    @Override
    public void callerStarted(long startMs) {
        if (speaking) {
            speaking = false;
            held.clear();
            send(message(variant ? "barge_in" : "flush"));
        }
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        if (tagged && variant) {
            send(TRANSCRIPT, UnrecognisedSpeech.words(spokenMs).getBytes(StandardCharsets.UTF_8));
        } else {
            transcript("user", UnrecognisedSpeech.words(spokenMs));
        }
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        words = answer.words();
        sound.newAnswer();
        if (tagged) {
            send(message("turn").put("role", "assistant"));
        }
        return "answer_" + context.number() + "_" + ++answers;
    }

    @Override
    public void answered(MulawChunk audio, String spoken) {
        speaking = true;
        if (!words.isEmpty()) {
            transcript("assistant", words);
            words = "";
        }
        late(audio);
    }

    @Override
    public void acted(AgentScript.Action action) {
        long nowNs = context.loop().nowNs();
        if (action instanceof AgentScript.Action.CallTool call) {
            String callId = "t_" + context.number() + "_" + ++calls;
            context.log().toolCalled(callId, call.tool(), call.arguments(), nowNs);
            send(message("tool_call")
                    .put("call_id", callId)
                    .put(variant ? "tool" : "name", call.tool())
                    .put("arguments", call.arguments()));
            return;
        }
        context.log().toolCalled("", action.tool(), action.arguments(), nowNs);
        if (action instanceof AgentScript.Action.Transfer transfer) {
            send(message("transfer_to_human").put(variant ? "to" : "destination", transfer.destination()));
        } else if (variant) {
            send(message("end_call").put("reason", "done"));
        } else {
            leave();
        }
    }

    boolean hasCalled(String callId) {
        return context.log().toolCalls().stream().anyMatch(wish -> wish.callId().equals(callId));
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        if (ending != AgentLog.Ending.INTERRUPTED) {
            speaking = false;
        }
    }

    @Override
    public void answerRefused() {
        // This wire does not report it.
    }

    @Override
    public void late(MulawChunk audio) {
        byte[] pcm = sound.said(audio);
        if (variant) {
            held.add(pcm);
            sentMs += audio.bytes() * 1_000L / LineFrame.RATE_HZ;
        } else {
            sendAudio(pcm);
        }
    }

    /**
     * Something came in. What is written while that is read goes out in one piece: words of odd length and sound in one TCP segment, over
     * which readers have stumbled that take a sample to begin at an even address.
     */
    void heard() {
        for (byte[] pcm = held.poll(); pcm != null; pcm = held.poll()) {
            send(JSON.objectNode().put("type", "audio_position").put("sent_ms", sentMs));
            sendAudio(pcm);
        }
    }

    private void sendAudio(byte[] pcm) {
        if (tagged) {
            send(AUDIO, pcm);
        } else {
            wire.send(pcm);
        }
    }

    @Override
    public void malformed() {
        if (tagged) {
            send(CONTROL, "{\"event\":".getBytes(StandardCharsets.UTF_8));
        } else {
            wire.send("{\"type\":");
        }
    }

    @Override
    public void complain() {
        send(message("error").put("message", "The kettle is empty."));
    }

    @Override
    public void die() {
        wire.close(1011, "");
    }

    private void transcript(String role, String text) {
        ObjectNode said = message("transcript").put("role", role).put("text", text);
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
