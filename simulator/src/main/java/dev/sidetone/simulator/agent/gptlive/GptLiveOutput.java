package dev.sidetone.simulator.agent.gptlive;

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
import dev.sidetone.simulator.agent.WireFormat;
import dev.sidetone.simulator.voice.Speech;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a GPT-Live agent. What its turn controller says goes into the track; of turns and answers it says nothing. On the session's
 * loop.
 */
final class GptLiveOutput implements AgentOutput {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long USAGE_EVERY_MS = 15_000;
    /** The sound of a word of assent, which the agent makes when the caller has spoken for so long. */
    private static final Speech ASSENT = Speech.tone(200, 180);

    private static final long ASSENT_MS = 600;
    private static final long NEVER = Long.MAX_VALUE;
    /** The sound of a filler, while the agent looks something up. */
    private static final Speech FILLER = Speech.tone(300, 330);

    /** An agent that dies says so much more. */
    private static final int LAST_PIECES = 2;

    private final Connection wire;
    private final SessionContext context;
    private final Runnable toolFailed;
    private final LiveVoice voice = new LiveVoice();
    private final LiveTranscripts words = new LiveTranscripts(this);
    private final LiveDelegation delegation;
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private long clockBytes;
    private int events;
    private int answers;
    private long assentsAtMs = NEVER;
    private long usageAtMs = USAGE_EVERY_MS;
    /** The pieces that it still sends before it dies; 0 while it lives. */
    private int lastPieces;

    /** @param toolFailed runs when the text model has given up a tool that it called */
    GptLiveOutput(Connection wire, SessionContext context, Runnable toolFailed) {
        this.toolFailed = toolFailed;
        this.wire = wire;
        this.context = context;
        this.delegation = new LiveDelegation(this, context.number());
    }

    LiveDelegation delegation() {
        return delegation;
    }

    void speakThrough(SessionAudio agreed) {
        sound = agreed;
    }

    /** A piece of the track is as long. */
    @Override
    public long behindNs() {
        return LiveVoice.PIECE * LineFrame.SAMPLE_NS;
    }

    /** A message with a name of its own, which answers the client's event of the name {@code clientEventId}. */
    ObjectNode message(String type, @Nullable String clientEventId) {
        ObjectNode message =
                JSON.objectNode().put("type", type).put("event_id", "event_" + context.number() + "_" + ++events);
        return clientEventId == null ? message : message.put("client_event_id", clientEventId);
    }

    void send(ObjectNode message) {
        wire.send(message.toString());
    }

    void sendError(ProtocolError rejected, @Nullable String clientEventId) {
        context.log().errorSent(rejected, context.loop().nowNs());
        ObjectNode message = message("error", null);
        ObjectNode error = message.putObject("error")
                .put("type", "invalid_request_error")
                .put("code", rejected.code())
                .put("message", rejected.message());
        if (rejected.param() != null) {
            error.put("param", rejected.param());
        }
        if (clientEventId != null) {
            error.put("client_event_id", clientEventId);
        }
        send(message);
    }

    void close() {
        wire.close(1000, "");
    }

    /** The session's clock, which runs on what it hears. */
    long clockMs() {
        return clockBytes * 1000 / LineFrame.RATE_HZ;
    }

    /** Moves the track on by what was heard. */
    void advance(int mulawBytes) {
        clockBytes += mulawBytes;
        voice.advance(mulawBytes, this::sendPiece);
        words.advance();
        if (clockMs() >= assentsAtMs) {
            assentsAtMs = NEVER;
            voice.say(ASSENT.chunk(0, ASSENT.bytes()));
            words.agent("Mm-hmm.");
        }
        if (clockMs() >= usageAtMs) {
            usageAtMs += USAGE_EVERY_MS;
            reportUsage();
        }
    }

    private void reportUsage() {
        ObjectNode usage = message("session.usage.updated", null);
        usage.putObject("usage").put("seconds", clockMs() / 1000);
        usage.putObject("context_window").put("usage_ratio", 0.02);
        send(usage);
        if (context.isInjected(AgentFault.VARIANT)) {
            send(message("session.weather.updated", null).put("weather", "a type that no client knows"));
        }
    }

    private void sendPiece(MulawChunk piece) {
        send(JSON.objectNode().put("type", "session.output_audio.delta").put("delta", sound.saidText(piece)));
        if (lastPieces > 0 && --lastPieces == 0) {
            wire.close(1011, "INTERNAL_ERROR");
        }
    }

    @Override
    public void callerStarted(long startMs) {
        if (context.isInjected(AgentFault.OVERLAP)) {
            assentsAtMs = clockMs() + ASSENT_MS;
        }
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        assentsAtMs = NEVER;
        words.caller(UnrecognisedSpeech.words(spokenMs), clockMs() - spokenMs);
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        return "live_" + context.number() + "_" + ++answers;
    }

    @Override
    public void answered(MulawChunk audio, String said) {
        voice.say(audio);
        if (!said.isBlank()) {
            words.agent(said);
        }
    }

    @Override
    public void acted(AgentScript.Action action) {
        boolean breaks = context.isInjected(AgentFault.TOOL_ERROR);
        String callId = delegation.call(action, breaks);
        context.log()
                .toolCalled(
                        callId,
                        action.tool(),
                        action.arguments(),
                        context.loop().nowNs());
        if (context.isInjected(AgentFault.VARIANT)) {
            voice.say(FILLER.chunk(0, FILLER.bytes()));
            words.agent("Let me check.");
        }
        if (breaks) {
            toolFailed.run();
        }
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        if (ending == AgentLog.Ending.FAILED && context.isInjected(AgentFault.QUOTA)) {
            sendError(new ProtocolError("insufficient_quota", "You exceeded your current quota.", null), null);
        }
        if (ending != AgentLog.Ending.COMPLETED) {
            voice.fallSilent();
            words.fallSilent();
        }
    }

    @Override
    public void answerRefused() {
        // It hears the caller and goes on.
    }

    @Override
    public void late(MulawChunk audio) {
        // A track has no end of an answer that anything could come after.
    }

    @Override
    public void malformed() {
        wire.send("{\"type\":");
    }

    /** After what it has begun to say. */
    @Override
    public void die() {
        lastPieces = LAST_PIECES;
    }
}
