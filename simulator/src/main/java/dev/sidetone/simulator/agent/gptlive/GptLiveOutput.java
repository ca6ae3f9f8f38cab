package dev.sidetone.simulator.agent.gptlive;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a GPT-Live agent. What its turn controller says goes into the track; of turns and answers it says nothing. On the session's
 * loop.
 */
final class GptLiveOutput implements AgentOutput {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** The grid of the times of transcripts. */
    private static final long GRID_MS = 200;
    /** An agent that dies says so much more. */
    private static final int LAST_PIECES = 2;

    private final Connection wire;
    private final SessionContext context;
    private final LiveVoice voice = new LiveVoice();
    private final Set<String> open = new HashSet<>();
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private String delegationId = "";
    private long clockBytes;
    private int events;
    private int answers;
    private int calls;
    private boolean working;
    /** The pieces that it still sends before it dies; 0 while it lives. */
    private int lastPieces;

    GptLiveOutput(Connection wire, SessionContext context) {
        this.wire = wire;
        this.context = context;
    }

    void speakThrough(SessionAudio agreed) {
        sound = agreed;
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
    }

    private void sendPiece(MulawChunk piece) {
        send(JSON.objectNode().put("type", "session.output_audio.delta").put("delta", sound.saidText(piece)));
        if (lastPieces > 0 && --lastPieces == 0) {
            wire.close(1011, "INTERNAL_ERROR");
        }
    }

    @Override
    public void callerStarted(long startMs) {
        // There is no word for it.
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        transcript("session.input_transcript.delta", " " + UnrecognisedSpeech.words(spokenMs), clockMs() - spokenMs);
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        return "live_" + context.number() + "_" + ++answers;
    }

    @Override
    public void answered(MulawChunk audio, String words) {
        voice.say(audio);
        if (!words.isBlank()) {
            transcript("session.output_transcript.delta", " " + words.strip(), clockMs());
        }
    }

    @Override
    public void acted(AgentScript.Action action) {
        String callId = "call_" + context.number() + "_" + ++calls;
        open.add(callId);
        working = true;
        delegationId = "item_d" + context.number() + "_" + calls;
        ObjectNode created = message("session.delegation.created", null).put("offset_ms", clockMs());
        created.putObject("delegation")
                .put("id", delegationId)
                .put("type", "delegation")
                .put("target", "responses")
                .put("response_id", response());
        send(created);
        context.log()
                .toolCalled(
                        callId,
                        action.tool(),
                        action.arguments(),
                        context.loop().nowNs());
        respond("in_progress", "response.created");
        item(
                0,
                JSON.objectNode()
                        .put("id", "rs_" + calls)
                        .put("type", "reasoning")
                        .set("summary", JSON.arrayNode()));
        item(
                1,
                JSON.objectNode()
                        .put("id", "fc_" + calls)
                        .put("type", "function_call")
                        .put("status", "completed")
                        .put("call_id", callId)
                        .put("name", action.tool())
                        .put("arguments", action.arguments()));
        respond("completed", "response.completed");
    }

    /** Whether {@code callId} names a call that waits for its result. */
    boolean takeResult(String callId) {
        return open.remove(callId);
    }

    /** Goes on after the results of its calls. */
    void goOn() throws ProtocolError {
        if (!open.isEmpty() || !working) {
            throw new ProtocolError(
                    "invalid_request", "A call has no output yet, or there is nothing to go on with.", null);
        }
        working = false;
        respond("in_progress", "response.created");
        respond("completed", "response.completed");
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        if (ending == AgentLog.Ending.FAILED && context.isInjected(AgentFault.QUOTA)) {
            sendError(new ProtocolError("insufficient_quota", "You exceeded your current quota.", null), null);
        }
        if (ending != AgentLog.Ending.COMPLETED) {
            voice.fallSilent();
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

    private void transcript(String type, String words, long startMs) {
        long start = Math.max(0, startMs / GRID_MS * GRID_MS);
        send(message(type, null)
                .put("delta", words)
                .put("start_ms", start)
                .put("end_ms", Math.max(start, clockMs() / GRID_MS * GRID_MS) + GRID_MS));
    }

    private void respond(String status, String type) {
        ObjectNode event = JSON.objectNode().put("type", type);
        ObjectNode response = event.putObject("response").put("id", response()).put("status", status);
        response.putArray("output");
        respond(event);
    }

    private void item(int index, JsonNode item) {
        ObjectNode event =
                JSON.objectNode().put("type", "response.output_item.done").put("output_index", index);
        event.set("item", item);
        respond(event);
    }

    private void respond(ObjectNode event) {
        ObjectNode message = message("response.event", null).put("delegation_id", delegationId);
        message.set("event", event);
        send(message);
    }

    private String response() {
        return "resp_" + context.number() + "_" + calls + (working ? "a" : "b");
    }
}
