package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.time.Timers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One session on the OpenAI Realtime GA wire: takes the client's events strictly and hands them to the mind. On its loop. */
final class OpenAiSession {
    private static final int MOST_BASE64_CHARS = (15 << 20) / 3 * 4;
    private static final int MINUTES = 60;
    private static final long SOON_NS = 10_000_000_000L;

    /** Takes one kind of client event. */
    private interface Intake {
        void take(ClientEvent event, long atNs) throws Rejected;
    }

    private final Map<String, Intake> intakes = new LinkedHashMap<>();
    private final AgentDoor.Visit visit;
    private final OpenAiOut out;
    private final OpenAiConfig config;
    private final OpenAiAnswers answers;
    private final AgentMind mind;
    private final AgentLog log;
    private final Timers.Timer expiry;
    private AgentSound sound = new AgentSound(AudioFormat.MULAW, AudioFormat.MULAW, false);

    OpenAiSession(AgentDoor.Visit visit, String model, OpenAiOut out) {
        this.out = out;
        this.visit = visit;
        this.log = visit.log();
        AgentScript script = visit.terms().script();
        long longestNs = visit.suffers(AgentFault.EXPIRE) ? SOON_NS : MINUTES * 60_000_000_000L;
        long expiresAt = visit.terms().calendar().instant().getEpochSecond() + longestNs / 1_000_000_000L;
        Conversation conversation = new Conversation();
        config = new OpenAiConfig(out.name("sess"), model, expiresAt, script.endpointingMs());
        OpenAiCalls calls = new OpenAiCalls(out, conversation, log, visit.loop());
        String failure = visit.suffers(AgentFault.QUOTA) ? "insufficient_quota" : "server_error";
        answers = new OpenAiAnswers(out, config, conversation, calls, failure);
        mind = visit.mind(answers);
        mind.behave(config.manners());
        intakes.put("session.update", this::update);
        intakes.put("input_audio_buffer.append", this::append);
        intakes.put("input_audio_buffer.commit", (event, atNs) -> commit(event));
        intakes.put("input_audio_buffer.clear", (event, atNs) -> clear(event));
        takeItems(new OpenAiItems(out, conversation, answers, calls, mind, visit));
        intakes.put("response.create", this::respond);
        intakes.put("response.cancel", (event, atNs) -> cancel(event));
        expiry = visit.loop().after(longestNs, this::expire);
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
            ClientEvent event = ClientEvent.parse(text);
            eventId = event.eventId();
            out.translate(event);
            intake(event).take(event, atNs);
        } catch (Rejected rejected) {
            out.complain(rejected, eventId);
        }
    }

    void takeBinary() {
        out.complain(new Rejected("invalid_event", "Events are text messages; this was a binary one.", null), null);
    }

    void leave() {
        expiry.cancel();
        mind.leave();
    }

    private Intake intake(ClientEvent event) throws Rejected {
        Intake intake = intakes.get(event.type());
        if (intake == null) {
            throw ClientEvent.notOneOf("type", event.type(), intakes.keySet());
        }
        return intake;
    }

    private void update(ClientEvent event, long atNs) throws Rejected {
        event.onlyHas("session");
        ObjectNode asked = event.object("session");
        config.update(asked);
        if (visit.suffers(AgentFault.NEVER_READY)) {
            return;
        }
        sound = config.sound(visit.suffers(AgentFault.ODD_BYTES));
        answers.speakThrough(sound);
        long askedMs = config.askedSilenceMs(asked);
        if (askedMs != config.endpointingMs()) {
            log.note(
                    "silence_duration_ms " + askedMs + " was asked for, " + config.endpointingMs() + " is dialled",
                    atNs);
        }
        mind.behave(config.manners());
        sendSession("session.updated");
    }

    private void append(ClientEvent event, long atNs) throws Rejected {
        event.onlyHas("audio");
        String base64 = event.string("audio");
        if (base64.length() > MOST_BASE64_CHARS) {
            throw Rejected.invalidValue("audio", "Invalid 'audio': at most 15 MiB in one event.");
        }
        byte[] wire;
        try {
            wire = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw Rejected.invalidValue("audio", "Invalid 'audio': not base64.");
        }
        byte[] mulaw = mind.listens() ? sound.heard(wire) : wire;
        if (mind.listens()) {
            answers.heard(mulaw.length);
        }
        mind.hear(mulaw, atNs);
    }

    private void commit(ClientEvent event) throws Rejected {
        event.onlyHas();
        if (!answers.hasHeard()) {
            throw new Rejected(
                    "input_audio_buffer_commit_empty",
                    "Error committing input audio buffer: the buffer is empty.",
                    null);
        }
        mind.forget();
        answers.commit();
    }

    private void clear(ClientEvent event) throws Rejected {
        event.onlyHas();
        mind.forget();
        answers.forgetHeard();
        out.send(out.event("input_audio_buffer.cleared"));
    }

    private void respond(ClientEvent event, long atNs) throws Rejected {
        event.onlyHas("response");
        if (event.body().hasNonNull("response")) {
            ResponseRules.check(event.object("response"));
        }
        if (!config.speaks()) {
            throw Rejected.invalidValue(
                    "session.audio.output.format",
                    "The practice agent wants to be told: set audio.output.format to 'audio/pcmu' or 'audio/pcm' first.");
        }
        if (mind.busy()) {
            throw answers.alreadyActive();
        }
        mind.speak(atNs);
    }

    private void cancel(ClientEvent event) throws Rejected {
        event.onlyHas("response_id");
        String id = event.body().path("response_id").asText(answers.responseId());
        if (!mind.busy() || !id.equals(answers.responseId())) {
            throw new Rejected(
                    "response_cancel_not_active", "Cancellation failed: no active response found", "response_id");
        }
        mind.cancel();
    }

    private void expire() {
        out.complain(
                new Rejected(
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
