package dev.sidetone.simulator.agent.assemblyai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentOutput;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ScriptedAnswer;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.UnrecognisedSpeech;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Arrays;
import java.util.Base64;

/** The messages of an AssemblyAI agent, written for what its turn controller does. Keeps the one reply under way. On the session's loop. */
final class AssemblyAiOutput implements AgentOutput {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** 10 ms at 24 kHz. */
    private static final int PCM_BYTES = 480;

    private final Connection wire;
    private final SessionContext context;
    private final StringBuilder transcript = new StringBuilder();
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private boolean inText;
    private int replies;
    private int calls;
    private int turns;

    AssemblyAiOutput(Connection wire, SessionContext context) {
        this.wire = wire;
        this.context = context;
    }

    void speakThrough(SessionAudio agreed) {
        sound = agreed;
    }

    ObjectNode message(String type) {
        return JSON.objectNode().put("type", type);
    }

    void send(ObjectNode message) {
        wire.send(message.toString());
    }

    void sendError(ProtocolError rejected) {
        context.log().errorSent(rejected, context.loop().nowNs());
        ObjectNode error = message("session.error").put("code", rejected.code()).put("message", rejected.message());
        error.put("timestamp", seconds());
        if (rejected.param() != null) {
            error.put("param", rejected.param());
        }
        send(error);
    }

    /** The service leaves the type out here. */
    void refuse(String code, String message) {
        turnAway(JSON.objectNode(), code, message);
    }

    /** The same, with its type. */
    void refuseTyped(String code, String message) {
        turnAway(message("session.error"), code, message);
    }

    private void turnAway(ObjectNode error, String code, String message) {
        context.log().note("turned away: " + code, context.loop().nowNs());
        send(error.put("code", code).put("message", message).put("timestamp", seconds()));
        wire.close(1008, code);
    }

    void close(int code, String reason) {
        wire.close(code, reason);
    }

    double seconds() {
        return context.terms().calendar().millis() / 1000.0;
    }

    @Override
    public void callerStarted(long startMs) {
        send(message("input.speech.started"));
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        String itemId = "item_" + context.number() + "_u" + ++turns;
        send(message("transcript.user.delta")
                .put("item_id", itemId)
                .put("text", UnrecognisedSpeech.firstWords(spokenMs)));
        send(message("input.speech.stopped"));
        send(message("transcript.user").put("item_id", itemId).put("text", UnrecognisedSpeech.words(spokenMs)));
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        replies++;
        inText = context.isInjected(AgentFault.TEXT_ONLY) && answer.why() == AgentLog.Why.TURN;
        transcript.setLength(0);
        sound.newAnswer();
        send(reply("reply.started").put("item_id", item()));
        return replyId();
    }

    @Override
    public void answered(MulawChunk audio, String words) {
        if (!words.isEmpty()) {
            transcript.append(words);
            send(reply("transcript.agent.delta").put("item_id", item()).put("delta", words));
        }
        if (!inText) {
            late(audio);
        }
    }

    @Override
    public void acted(AgentScript.Action action) {
        String callId = "call_" + context.number() + "_" + ++calls;
        ObjectNode call = message("tool.call").put("call_id", callId).put("name", action.tool());
        call.set(context.isInjected(AgentFault.VARIANT) ? "args" : "arguments", ClientMessage.json(action.arguments()));
        context.log()
                .toolCalled(
                        callId,
                        action.tool(),
                        action.arguments(),
                        context.loop().nowNs());
        send(call);
    }

    /** Whether {@code callId} names a call that was made. */
    boolean hasCalled(String callId) {
        return context.log().toolCalls().stream().anyMatch(wish -> wish.callId().equals(callId));
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        boolean whole = ending == AgentLog.Ending.COMPLETED;
        if (!transcript.isEmpty()) {
            send(reply("transcript.agent")
                    .put("item_id", item())
                    .put("text", transcript.toString())
                    .put("interrupted", !whole));
        }
        ObjectNode done = reply("reply.done");
        boolean unsaid = whole && context.isInjected(AgentFault.VARIANT);
        send(unsaid ? done : done.put("status", whole ? "completed" : "interrupted"));
    }

    @Override
    public void answerRefused() {
        // It asks nobody to wait: it interrupts itself. This agent goes on.
    }

    @Override
    public void late(MulawChunk audio) {
        if (sound.isG711()) {
            send(message("reply.audio").put("data", sound.saidText(audio)));
            return;
        }
        byte[] pcm = sound.said(audio);
        for (int at = 0; at < pcm.length; at += PCM_BYTES) {
            byte[] piece = Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + PCM_BYTES));
            send(message("reply.audio").put("data", Base64.getEncoder().encodeToString(piece)));
        }
    }

    @Override
    public void malformed() {
        wire.send("{\"type\":");
    }

    @Override
    public void complain() {
        send(message("session.error").put("error", "The kettle is empty."));
    }

    @Override
    public void die() {
        wire.close(1011, "INTERNAL_ERROR");
    }

    private ObjectNode reply(String type) {
        return message(type).put("reply_id", replyId());
    }

    private String replyId() {
        return "reply_" + context.number() + "_" + replies;
    }

    private String item() {
        return "item_" + context.number() + "_" + replies;
    }
}
