package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentOutput;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.ScriptedAnswer;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.WireFormat;
import org.jspecify.annotations.Nullable;

/** The events of a GA session, in the order of the real service. Keeps the one response under way. On the session's loop. */
final class OpenAiOutput implements AgentOutput {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final OpenAiWriter out;
    private final OpenAiConfig config;
    private final Conversation conversation;
    private final OpenAiCalls calls;
    private final OpenAiResponses responses;
    private final OpenAiTranscription transcription;
    private final IdleTimeout idle;
    private final ResponseFaults faults;
    private final ItemEvents parts;
    private final StringBuilder transcript = new StringBuilder();
    private @Nullable String turnItemId;
    private String responseId = "";
    private Conversation.@Nullable Item item;
    private Conversation.@Nullable Item called;
    /** The part of the response under way that was said before its answer. */
    private Conversation.@Nullable Item preamble;

    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);
    private boolean inText;
    private long heardBytes;
    private long allHeardBytes;

    /** @param failure what a response that breaks is said to break of */
    OpenAiOutput(
            OpenAiWriter out,
            OpenAiConfig config,
            Conversation conversation,
            OpenAiCalls calls,
            String failure,
            IdleTimeout idle,
            ResponseFaults faults) {
        this.faults = faults;
        this.parts = new ItemEvents(out);
        this.idle = idle;
        this.out = out;
        this.config = config;
        this.conversation = conversation;
        this.calls = calls;
        this.transcription = new OpenAiTranscription(out);
        this.responses = new OpenAiResponses(config, out.name("conv"), failure);
    }

    /** From now on what is said goes out like that. */
    void speakThrough(SessionAudio agreed) {
        sound = agreed;
    }

    /** The name of the response under way, or of the last one. */
    String responseId() {
        return responseId;
    }

    @Override
    public void callerStarted(long startMs) {
        idle.stop();
        turnItemId = out.name("item");
        out.send(out.event("input_audio_buffer.speech_started")
                .put("audio_start_ms", startMs)
                .put("item_id", turnItemId));
    }

    @Override
    public void callerStopped(long endMs, long spokenMs) {
        out.send(out.event("input_audio_buffer.speech_stopped")
                .put("audio_end_ms", endMs)
                .put("item_id", turnItemId));
        commit(spokenMs);
    }

    /** All caller audio that waited becomes an item of the conversation. */
    void commit() {
        commit(heardBytes * 1_000 / LineFrame.RATE_HZ);
    }

    private void commit(long spokenMs) {
        String id = turnItemId == null ? out.name("item") : turnItemId;
        forgetHeard();
        out.send(out.event("input_audio_buffer.committed")
                .put("previous_item_id", conversation.lastId())
                .put("item_id", id));
        ArrayNode content = JSON.arrayNode();
        content.addObject().put("type", "input_audio").putNull("transcript");
        add(Conversation.message(id, "user", "completed", content), null);
        if (config.transcribes()) {
            transcription.report(id, spokenMs);
        }
    }

    /** More caller audio waits to become an item. */
    void heard(int bytes) {
        heardBytes += bytes;
        allHeardBytes += bytes;
    }

    /** The caller has said nothing for so long: the silence becomes an item, and an answer is due. */
    void idle() {
        turnItemId = out.name("item");
        long endMs = allHeardBytes * 1_000 / LineFrame.RATE_HZ;
        out.send(out.event("input_audio_buffer.timeout_triggered")
                .put("audio_start_ms", Math.max(0, endMs - idle.ms()))
                .put("audio_end_ms", endMs)
                .put("item_id", turnItemId));
        commit();
    }

    /** The next response is to be as {@code response} asks. */
    void ask(ObjectNode response) {
        responses.ask(response);
    }

    boolean hasHeard() {
        return heardBytes > 0;
    }

    /** The caller audio that waited is gone, and with it the turn that had begun. */
    void forgetHeard() {
        heardBytes = 0;
        turnItemId = null;
    }

    /** Puts a finished item into the conversation and says so. */
    void add(ObjectNode json, @Nullable String previousId) {
        String last = previousId == null ? conversation.lastId() : previousId;
        conversation.add(json, previousId);
        parts.itemEvent("conversation.item.added", last, json);
        parts.itemEvent("conversation.item.done", last, json);
    }

    @Override
    public String answerStarted(ScriptedAnswer answer) {
        responseId = out.name("resp");
        parts.begin(responseId);
        transcript.setLength(0);
        item = null;
        called = null;
        idle.stop();
        sound.newAnswer();
        responses.begin();
        faults.begin(answer.why());
        inText = responses.inText() || faults.isInText();
        preamble = null;
        ObjectNode event = out.event("response.created");
        event.set("response", responses.started(responseId));
        out.send(event);
        return responseId;
    }

    @Override
    public void answered(MulawChunk audio, String words) {
        Conversation.Item speech = item == null ? open() : item;
        if (inText) {
            transcript.append(words);
            if (!words.isEmpty()) {
                out.send(parts.part("response.output_text.delta", speech).put("delta", words));
            }
            return;
        }
        if (!words.isEmpty()) {
            transcript.append(words);
            out.send(
                    parts.part("response.output_audio_transcript.delta", speech).put("delta", words));
        }
        speech.say(audio.bytes());
        out.send(parts.part("response.output_audio.delta", speech).put("delta", sound.saidText(audio)));
        if (preamble == null && faults.isPreamble(speech.audioBytes())) {
            finish(speech, "completed");
            parts.close(speech, inText, transcript.toString());
            preamble = speech;
            parts.next();
            item = null;
            transcript.setLength(0);
        }
    }

    private void finish(Conversation.Item speech, String status) {
        speech.become(status, inText, transcript.toString());
    }

    @Override
    public void acted(AgentScript.Action action) {
        called = calls.call(action, responseId);
    }

    @Override
    public void late(MulawChunk audio) {
        if (item != null) {
            out.send(parts.part("response.output_audio.delta", item).put("delta", sound.saidText(audio)));
        }
    }

    @Override
    public void malformed() {
        out.malformed();
    }

    @Override
    public void complain() {
        out.complain();
    }

    @Override
    public void die() {
        out.close(1011, "internal error");
    }

    private Conversation.Item open() {
        String previous = conversation.lastId();
        ObjectNode json = Conversation.message(out.name("item"), "assistant", "in_progress", JSON.arrayNode());
        Conversation.Item speech = conversation.add(json, null);
        item = speech;
        idle.speaks();
        if (!inText) {
            config.spoken();
        }
        parts.outputItem("response.output_item.added", speech);
        parts.itemEvent("conversation.item.added", previous, json);
        ObjectNode opened = parts.part("response.content_part.added", speech);
        opened.set("part", ItemEvents.content(inText, ""));
        out.send(opened);
        return speech;
    }

    @Override
    public void answerEnded(AgentLog.Ending ending) {
        Conversation.Item speech = item;
        if (speech != null) {
            finish(speech, ending == AgentLog.Ending.COMPLETED ? "completed" : "incomplete");
        }
        if (ending == AgentLog.Ending.COMPLETED && speech != null) {
            parts.close(speech, inText, transcript.toString());
        }
        ObjectNode done = out.event("response.done");
        ObjectNode response = responses.ended(responseId, ending, speech == null ? called : speech);
        if (preamble != null) {
            response.withArray("output").insert(0, preamble.json().deepCopy());
        }
        if (ending == AgentLog.Ending.COMPLETED) {
            faults.end(response);
        }
        done.set("response", response);
        out.send(done);
        if (ending == AgentLog.Ending.COMPLETED) {
            ObjectNode limits = out.event("rate_limits.updated");
            limits.set("rate_limits", responses.rateLimits());
            out.send(limits);
            idle.spoken(speech == null ? 0 : speech.audioMs());
        }
    }

    @Override
    public void answerRefused() {
        out.sendError(alreadyActive(), null);
    }

    /** The complaint about a second response. */
    ProtocolError alreadyActive() {
        return new ProtocolError(
                "conversation_already_has_active_response",
                "Conversation already has an active response in progress: " + responseId
                        + ". Wait until the response is finished before creating a new one.",
                null);
    }
}
