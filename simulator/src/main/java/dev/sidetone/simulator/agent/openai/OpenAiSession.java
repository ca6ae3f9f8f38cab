package dev.sidetone.simulator.agent.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.ClientMessage;
import dev.sidetone.simulator.agent.ProtocolError;
import dev.sidetone.simulator.agent.SessionAudio;
import dev.sidetone.simulator.agent.SessionContext;
import dev.sidetone.simulator.agent.TurnController;
import dev.sidetone.simulator.agent.WireFormat;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One session on the OpenAI Realtime GA wire: takes the client's events strictly and hands them to the turn controller. On its loop. */
final class OpenAiSession {
    private static final int MOST_BASE64_CHARS = (15 << 20) / 3 * 4;
    private static final int MINUTES = 60;
    private static final long IDLE_MS = 5_000;
    private static final long SOON_NS = 10_000_000_000L;

    /** Takes one kind of client event. */
    private interface Intake {
        void take(ClientMessage event, long atNs) throws ProtocolError;
    }

    private final Map<String, Intake> intakes = new LinkedHashMap<>();
    private final SessionContext context;
    private final OpenAiWriter out;
    private final OpenAiConfig config;
    private final OpenAiOutput answers;
    private final TurnController turns;
    private final AgentLog log;
    private final IdleTimeout idle;
    private final Timers.Timer expiry;
    private SessionAudio sound = new SessionAudio(WireFormat.MULAW, WireFormat.MULAW, false);

    OpenAiSession(SessionContext context, String model, OpenAiWriter out) {
        this.out = out;
        this.context = context;
        this.log = context.log();
        AgentScript script = context.terms().script();
        long longestNs = context.isInjected(AgentFault.EXPIRE) ? SOON_NS : MINUTES * 60_000_000_000L;
        long expiresAt = context.terms().calendar().instant().getEpochSecond() + longestNs / 1_000_000_000L;
        Conversation conversation = new Conversation();
        config = new OpenAiConfig(out.name("sess"), model, expiresAt, script.endpointingMs());
        OpenAiCalls calls = new OpenAiCalls(out, conversation, log, context.loop());
        String failure = context.isInjected(AgentFault.QUOTA) ? "insufficient_quota" : "server_error";
        idle = new IdleTimeout(context.loop());
        ResponseFaults faults = new ResponseFaults(context.terms().faults());
        answers = new OpenAiOutput(out, config, conversation, calls, failure, idle, faults);
        turns = context.turns(answers);
        idle.then(() -> {
            answers.idle();
            turns.ask();
        });
        turns.behave(config.turnPolicy());
        intakes.put("session.update", this::update);
        intakes.put("input_audio_buffer.append", this::append);
        intakes.put("input_audio_buffer.commit", (event, atNs) -> commit(event));
        intakes.put("input_audio_buffer.clear", (event, atNs) -> clear(event));
        takeItems(new OpenAiItems(out, conversation, answers, calls, turns, context));
        intakes.put("response.create", this::respond);
        intakes.put("response.cancel", (event, atNs) -> cancel(event));
        expiry = context.loop().after(longestNs, this::expire);
    }

    private void takeItems(OpenAiItems items) {
        intakes.put("conversation.item.create", (event, atNs) -> items.create(event));
        intakes.put("conversation.item.delete", (event, atNs) -> items.delete(event));
        intakes.put("conversation.item.retrieve", (event, atNs) -> items.retrieve(event));
        intakes.put("conversation.item.truncate", (event, atNs) -> items.truncate(event));
    }

    void greet() {
        sendSession("session.created");
    }

    void take(String text, long atNs) {
        String eventId = null;
        try {
            ClientMessage event = ClientMessage.parse(text);
            eventId = event.eventId();
            out.translate(event);
            intake(event).take(event, atNs);
        } catch (ProtocolError rejected) {
            out.sendError(rejected, eventId);
        }
    }

    void takeBinary() {
        out.sendError(
                new ProtocolError("invalid_event", "Events are text messages; this was a binary one.", null), null);
    }

    void leave() {
        expiry.cancel();
        idle.stop();
        turns.leave();
    }

    private Intake intake(ClientMessage event) throws ProtocolError {
        Intake intake = intakes.get(event.type());
        if (intake == null) {
            throw ClientMessage.notOneOf("type", event.type(), intakes.keySet());
        }
        return intake;
    }

    private void update(ClientMessage event, long atNs) throws ProtocolError {
        event.onlyHas("session");
        ObjectNode asked = event.object("session");
        config.update(asked);
        if (context.isInjected(AgentFault.NEVER_READY)) {
            return;
        }
        sound = config.sound(context.isInjected(AgentFault.ODD_BYTES));
        answers.speakThrough(sound);
        long askedMs = config.askedSilenceMs(asked);
        if (askedMs != config.endpointingMs()) {
            log.note("silence_duration_ms " + askedMs + " was asked for, " + config.endpointingMs() + " is set", atNs);
        }
        NotEmulated.in(asked, config.endpointingMs()).forEach(out::notEmulated);
        idle.set(context.isInjected(AgentFault.IDLE) ? IDLE_MS : config.idleTimeoutMs());
        turns.behave(config.turnPolicy());
        sendSession("session.updated");
    }

    private void append(ClientMessage event, long atNs) throws ProtocolError {
        event.onlyHas("audio");
        String base64 = event.string("audio");
        if (base64.length() > MOST_BASE64_CHARS) {
            throw ProtocolError.invalidValue("audio", "Invalid 'audio': at most 15 MiB in one event.");
        }
        byte[] wire;
        try {
            wire = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw ProtocolError.invalidValue("audio", "Invalid 'audio': not base64.");
        }
        byte[] mulaw = turns.listens() ? sound.heard(wire) : wire;
        if (turns.listens()) {
            answers.heard(mulaw.length);
        }
        turns.hear(mulaw, atNs);
    }

    private void commit(ClientMessage event) throws ProtocolError {
        event.onlyHas();
        if (!answers.hasHeard()) {
            throw new ProtocolError(
                    "input_audio_buffer_commit_empty",
                    "Error committing input audio buffer: the buffer is empty.",
                    null);
        }
        turns.forget();
        answers.commit();
    }

    private void clear(ClientMessage event) throws ProtocolError {
        event.onlyHas();
        turns.forget();
        answers.forgetHeard();
        out.send(out.event("input_audio_buffer.cleared"));
    }

    private void respond(ClientMessage event, long atNs) throws ProtocolError {
        event.onlyHas("response");
        ObjectNode asked =
                event.body().hasNonNull("response") ? event.object("response") : JsonNodeFactory.instance.objectNode();
        ResponseRules.check(asked);
        if (!config.speaks()) {
            throw ProtocolError.invalidValue(
                    "session.audio.output.format",
                    "The practice agent wants to be told: set audio.output.format to 'audio/pcmu' or 'audio/pcm' first.");
        }
        if (turns.busy()) {
            throw answers.alreadyActive();
        }
        NotEmulated.in(asked, config.endpointingMs()).forEach(out::notEmulated);
        answers.ask(asked);
        turns.speak(atNs);
    }

    private void cancel(ClientMessage event) throws ProtocolError {
        event.onlyHas("response_id");
        String id = JsonText.of(event.body().path("response_id"), answers.responseId());
        if (!turns.busy() || !id.equals(answers.responseId())) {
            throw new ProtocolError(
                    "response_cancel_not_active", "Cancellation failed: no active response found", "response_id");
        }
        turns.cancel();
    }

    private void expire() {
        out.sendError(
                new ProtocolError(
                        "session_expired", "Your session hit the maximum duration of " + MINUTES + " minutes.", null),
                null);
        leave();
        out.close(1001, "session_expired");
    }

    private void sendSession(String type) {
        ObjectNode event = out.event(type);
        event.set("session", config.effective());
        out.send(event);
    }
}
