package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of the OpenAI wire that is typed by hand from the service's documentation, with a phone line behind it: 20 ms of audio every
 * 20 ms, silence when there is nothing to say. In manual time; a message takes {@link #HOP_NS} each way.
 */
final class PhoneClient implements ConnectionListener {
    static final long MS = 1_000_000;
    static final long HOP_NS = 3 * MS;
    static final Clock CALENDAR = Clock.fixed(Instant.ofEpochSecond(1_789_996_400), ZoneOffset.UTC);
    static final String MULAW_SESSION =
            """
            {"type":"session.update","event_id":"evt_c1","session":{"type":"realtime","model":"gpt-realtime",
             "output_modalities":["audio"],"instructions":"Keep it short.","audio":{
              "input":{"format":{"type":"audio/pcmu"},"turn_detection":{"type":"server_vad"}},
              "output":{"format":{"type":"audio/pcmu"},"voice":"marin"}}}}""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final AgentVoice VOICE = new AgentVoice();
    private static final String AUTHORITY = "agent:80";

    /** An event of the agent, and when it was here. */
    record Seen(String type, JsonNode json, long atNs) {
        String text(String pointer) {
            return json.at(pointer).asText();
        }
    }

    final ManualTimers timers = new ManualTimers(7_000_000_123L);
    final MemoryNetwork net = new MemoryNetwork(timers, HOP_NS);
    final FakeAgent agent;
    final List<Seen> seen = new ArrayList<>();

    private final Deque<byte[]> mouth = new ArrayDeque<>();
    private @Nullable Connection wire;
    private boolean lineRuns;
    private boolean stalled;
    long lastVoicedSentNs;
    String closed = "";
    String failed = "";

    PhoneClient(AgentScript script) {
        agent = new FakeAgent(FakeOpenAi.REALTIME, script, Set.of(), VOICE, CALENDAR);
        agent.ready().join();
        net.serve(AUTHORITY, agent);
    }

    /** A client in the middle of a call with the practice agent: session set up, line running, nobody has spoken. */
    static PhoneClient inCall(AgentScript script) {
        PhoneClient client = new PhoneClient(script);
        client.dial();
        client.send(MULAW_SESSION);
        client.pass(100);
        client.startLine();
        client.pass(500);
        client.seen.clear();
        return client;
    }

    void dial() {
        dial("/v1/realtime?model=gpt-realtime&temperature=0.8", Map.of("Authorization", "Bearer sk-practice"));
    }

    void dial(String pathAndQuery, Map<String, String> headers) {
        net.dial(URI.create("ws://" + AUTHORITY + pathAndQuery), headers, this);
        pass(20);
    }

    void send(String json) {
        wire().send(json);
    }

    void sendBinary(byte[] bytes) {
        wire().send(bytes);
    }

    void hangUp() {
        lineRuns = false;
        wire().close(1000, "");
        pass(20);
    }

    /** Queues audio for the line, frame by frame; the rest of its last frame is silence. */
    void say(byte[] mulaw) {
        for (int at = 0; at < mulaw.length; at += 160) {
            byte[] frame = Arrays.copyOfRange(mulaw, at, at + 160);
            Arrays.fill(frame, Math.min(160, mulaw.length - at), 160, Mulaw.SILENCE);
            mouth.add(frame);
        }
    }

    void say(byte[]... parts) {
        for (byte[] part : parts) {
            say(part);
        }
    }

    /** Lets time pass until all that was queued is said. */
    void passUntilSaid() {
        while (!mouth.isEmpty()) {
            pass(1);
        }
    }

    void pass(long ms) {
        timers.advance(ms * MS);
    }

    /** Lets time pass until an event of that type is here, at most 30 s. */
    Seen await(String type) {
        long untilNs = timers.nowNs() + 30_000 * MS;
        int from = seen.size();
        while (timers.nowNs() < untilNs) {
            for (Seen event : seen.subList(from, seen.size())) {
                if (event.type().equals(type)) {
                    return event;
                }
            }
            from = seen.size();
            pass(1);
        }
        throw new AssertionError("no " + type + " within 30 s, only " + types());
    }

    /** The line stops to deliver, until it is told to go on. */
    void stall(boolean on) {
        stalled = on;
    }

    void startLine() {
        lineRuns = true;
        tick();
    }

    private void tick() {
        if (!lineRuns) {
            return;
        }
        timers.after(20 * MS, this::tick);
        if (stalled) {
            return;
        }
        byte[] frame = mouth.poll();
        if (frame != null) {
            lastVoicedSentNs = timers.nowNs();
        }
        append(frame == null ? Sounds.silence(20) : frame);
    }

    void append(byte[] mulaw) {
        send("{\"type\":\"input_audio_buffer.append\",\"audio\":\""
                + Base64.getEncoder().encodeToString(mulaw) + "\"}");
    }

    List<String> types() {
        return seen.stream().map(Seen::type).toList();
    }

    List<Seen> all(String type) {
        return seen.stream().filter(event -> event.type().equals(type)).toList();
    }

    Seen only(String type) {
        List<Seen> found = all(type);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " times " + type + " in " + types());
        }
        return found.get(0);
    }

    Seen last(String type) {
        List<Seen> found = all(type);
        return found.get(found.size() - 1);
    }

    /** All audio that the agent has sent, as one. */
    byte[] audio() {
        ByteArrayOutputStream audio = new ByteArrayOutputStream();
        for (Seen delta : all("response.output_audio.delta")) {
            audio.writeBytes(Base64.getDecoder().decode(delta.text("/delta")));
        }
        return audio.toByteArray();
    }

    AgentLog log() {
        return agent.log();
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        try {
            JsonNode json = JSON.readTree(text);
            seen.add(new Seen(json.path("type").asText(), json, atNs));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        throw new AssertionError("the agent sent a binary message");
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        lineRuns = false;
        closed = cause.code() + " " + cause.reason();
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        failed = httpStatus + " " + why;
    }

    private Connection wire() {
        Connection open = wire;
        if (open == null) {
            throw new AssertionError("not connected: " + failed);
        }
        return open;
    }
}
