package dev.sidetone.simulator.agent.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentOutput;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ScriptedAnswer;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a Gemini agent, written for what its turn controller does. A turn goes on after its last sound was sent, until it would have
 * been played: speech in that time interrupts it too. On the session's loop.
 */
final class GeminiOutput implements AgentOutput {
    private static final String AUDIO = "audio/pcm;rate=24000";
    private static final int OUTPUT_HZ = 24_000;

    private final GeminiWriter writer;
    private final SessionContext context;
    private final GeminiToolCalls calls;
    private final GeminiWords words;
    private final SessionAudio sound;
    private final boolean variant;
    private GeminiConfig config = GeminiConfig.NONE;
    /** Is notified when the caller speaks over sound that was sent and is not played yet. */
    private Runnable spokenOver = () -> {};

    private int turns;
    /** The controller has an answer under way. */
    private boolean answering;
    /** Sound of this turn was sent. */
    private boolean spoke;

    private long playedToNs;
    /** Ends the turn when its sound would have been played; null while it is not all sent. */
    private Timers.@Nullable Timer turnEnd;

    GeminiOutput(GeminiWriter writer, SessionContext context) {
        this.writer = writer;
        this.context = context;
        this.calls = new GeminiToolCalls(writer, context);
        this.words = new GeminiWords(writer, context);
        this.variant = context.isInjected(AgentFault.VARIANT);
        WireFormat pcm = WireFormat.of(AudioFormat.pcm16(OUTPUT_HZ));
        this.sound = new SessionAudio(pcm, pcm, context.isInjected(AgentFault.ODD_BYTES));
    }

    void begin(GeminiConfig agreed, Runnable whenSpokenOver) {
        config = agreed;
        spokenOver = whenSpokenOver;
    }

    GeminiToolCalls calls() {
        return calls;
    }

    /** Whether a turn is under way: nothing can be resumed then. */
    boolean isBusy() {
        return answering || turnEnd != null || calls.isBlocked();
    }

    /** Something of the client's counts as activity: a turn that is not over is interrupted. */
    void interruptRest() {
        if (calls.isBlocked()) {
            calls.cancel();
            interrupt();
        } else if (turnEnd != null) {
            interrupt();
            spokenOver.run();
        }
    }

    void leave() {
        words.leave();
        stopTurnEnd();
    }

    @Override
    public void callerStarted(long startMs) {
        activity("ACTIVITY_START", startMs);
        if (!answering && config.yields()) {
            interruptRest();
        }
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        activity("ACTIVITY_END", endMs);
        if (config.writesCaller()) {
            words.ofCaller(spokenMs);
        }
    }

    /** The variant has events for the caller's speech. */
    private void activity(String type, long offsetMs) {
        if (variant) {
            ObjectNode message = GeminiWriter.message();
            message.putObject("voiceActivity")
                    .put("voiceActivityType", type)
                    .put("audioOffset", offsetMs / 1000.0 + "s");
            writer.send(message);
        }
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        if (turnEnd != null) {
            completeTurn("IDLE");
        }
        answering = true;
        spoke = false;
        sound.newAnswer();
        playedToNs = 0;
        return "turn_" + context.number() + "_" + ++turns;
    }

    @Override
    public void answered(MulawChunk audio, String spoken) {
        long nowNs = context.loop().nowNs();
        spoke = true;
        playedToNs = Math.max(nowNs, playedToNs) + audio.bytes() * LineFrame.SAMPLE_NS;
        ObjectNode message = GeminiWriter.message();
        ObjectNode content = message.putObject("serverContent");
        addSound(content, audio);
        if (config.writesAgent() && !spoken.isEmpty()) {
            content.putObject("outputTranscription").put("text", spoken);
        }
        writer.send(message);
    }

    private void addSound(ObjectNode content, MulawChunk audio) {
        ArrayNode parts = content.putObject("modelTurn").put("role", "model").putArray("parts");
        byte[] pcm = sound.said(audio);
        if (!variant) {
            part(parts, pcm, 0, pcm.length, Base64.getEncoder());
            return;
        }
        // Several parts, of which one is a thought, in the other alphabet and without padding.
        int half = pcm.length / 4 * 2;
        parts.addObject().put("text", "**Answering the caller**").put("thought", true);
        part(parts, pcm, 0, half, Base64.getUrlEncoder().withoutPadding());
        part(parts, pcm, half, pcm.length, Base64.getUrlEncoder().withoutPadding());
    }

    private static void part(ArrayNode parts, byte[] pcm, int from, int to, Base64.Encoder encoder) {
        parts.addObject()
                .putObject("inlineData")
                .put("mimeType", AUDIO)
                .put("data", encoder.encodeToString(java.util.Arrays.copyOfRange(pcm, from, to)));
    }

    @Override
    public void acted(AgentScript.Action action) {
        calls.call(action, config.blocks(action.tool()));
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        answering = false;
        switch (ending) {
            case COMPLETED -> {
                if (spoke) {
                    generated();
                } else if (!calls.isBlocked()) {
                    completeTurn("IN_PROGRESS");
                }
            }
            case INTERRUPTED, CANCELLED -> interrupt();
            case FAILED -> failed();
        }
    }

    private void generated() {
        ObjectNode message = GeminiWriter.message();
        message.putObject("serverContent").put("generationComplete", true);
        writer.send(message);
        turnEnd = context.loop().after(playedToNs - context.loop().nowNs(), () -> completeTurn("IDLE"));
    }

    private void interrupt() {
        stopTurnEnd();
        ObjectNode message = GeminiWriter.message();
        message.putObject("serverContent").put("interrupted", true);
        writer.send(message);
        // What the fault sends late is of the same turn.
        if (!context.isInjected(AgentFault.LATE_DELTA)) {
            completeTurn("IDLE");
        }
    }

    private void failed() {
        if (context.isInjected(AgentFault.QUOTA)) {
            writer.close(
                    GeminiWriter.INTERNAL,
                    "You exceeded your current quota, please check your plan and billing details.");
        } else {
            completeTurn("IDLE");
        }
    }

    private void completeTurn(String status) {
        stopTurnEnd();
        ObjectNode message = GeminiWriter.message();
        message.putObject("serverContent").put("turnComplete", true).put("interactionStatus", status);
        message.putObject("usageMetadata")
                .put("promptTokenCount", 60)
                .put("responseTokenCount", 45)
                .put("totalTokenCount", 105);
        writer.send(message);
    }

    private void stopTurnEnd() {
        if (turnEnd != null) {
            turnEnd.cancel();
            turnEnd = null;
        }
    }

    @Override
    public void answerRefused() {
        // It goes on, as it was asked to.
    }

    @Override
    public void late(MulawChunk audio) {
        ObjectNode message = GeminiWriter.message();
        addSound(message.putObject("serverContent"), audio);
        writer.send(message);
        completeTurn("IDLE");
    }

    @Override
    public void malformed() {
        writer.send("{\"serverContent\":");
    }

    @Override
    public void die() {
        writer.close(GeminiWriter.INTERNAL, "Internal error encountered.");
    }
}
