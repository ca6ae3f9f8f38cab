package dev.sidetone.simulator.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client of any wire that says what it is told to, letter by letter, with a line of 20 ms frames behind it. In manual time. */
final class HandClient implements ConnectionListener {
    static final long MS = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final AgentVoice VOICE = new AgentVoice();

    final ManualTimers timers = new ManualTimers(5_000_000_000L);
    final MemoryNetwork net = new MemoryNetwork(timers, MS);
    final FakeAgent agent;
    /** The JSON of every message; tagged ones without their tag. */
    final List<JsonNode> seen = new ArrayList<>();
    /** Binary messages that are no JSON. */
    final List<byte[]> sounds = new ArrayList<>();

    String closed = "";
    String refused = "";
    private @Nullable Connection wire;
    private byte[] mouth = new byte[0];
    private String audioMessage = "";

    HandClient(FakeService wire, AgentFault... faults) {
        this(wire, script(), faults);
    }

    HandClient(FakeService wire, AgentScript script, AgentFault... faults) {
        agent = new FakeAgent(wire, script, Set.of(faults), VOICE, PhoneClient.CALENDAR);
        agent.ready().join();
        net.serve("agent:80", agent);
    }

    private static AgentScript script() {
        AgentScript.Utterance tone = new AgentScript.Utterance.Tone(4_000);
        return AgentScript.practice()
                .withGreeting(new AgentScript.Utterance.Tone(600))
                .withTurns(List.of(new AgentScript.Turn(150, tone)));
    }

    HandClient dial(String pathAndQuery, Map<String, String> headers) {
        net.dial(URI.create("ws://agent:80" + pathAndQuery), headers, this);
        pass(20);
        return this;
    }

    /** Sends {@code singleQuoted} as JSON. */
    void send(String singleQuoted) {
        open().send(singleQuoted.replace('\'', '"'));
        pass(5);
    }

    void sendTagged(int tag, String singleQuoted) {
        byte[] message = ("?" + singleQuoted.replace('\'', '"')).getBytes(StandardCharsets.UTF_8);
        message[0] = (byte) tag;
        open().send(message);
        pass(5);
    }

    void sendBinary(byte[] bytes) {
        open().send(bytes);
        pass(5);
    }

    void leave() {
        open().close(1000, "");
        pass(5);
    }

    /** From now on mu-law goes out as {@code message} says, with its base64 in place of {@code %s}. */
    void startLine(String message) {
        audioMessage = message.replace('\'', '"');
        tick();
    }

    void say(byte[] mulaw) {
        mouth = mulaw;
    }

    void pass(long ms) {
        timers.advance(ms * MS);
    }

    List<JsonNode> all(String kind) {
        return seen.stream().filter(each -> kind.equals(kind(each))).toList();
    }

    JsonNode only(String kind) {
        List<JsonNode> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind + " in " + kinds());
        }
        return found.get(0);
    }

    List<String> kinds() {
        return seen.stream().map(HandClient::kind).toList();
    }

    private static String kind(JsonNode message) {
        return message.path("type").asText(message.path("event").asText());
    }

    private void tick() {
        if (!closed.isEmpty()) {
            return;
        }
        byte[] frame = new byte[LineFrame.BYTES];
        Arrays.fill(frame, Mulaw.SILENCE);
        int length = Math.min(frame.length, mouth.length);
        System.arraycopy(mouth, 0, frame, 0, length);
        mouth = Arrays.copyOfRange(mouth, length, mouth.length);
        open().send(audioMessage.replace("%s", Base64.getEncoder().encodeToString(frame)));
        timers.after(LineFrame.MS * MS, this::tick);
    }

    private Connection open() {
        Connection opened = wire;
        if (opened == null) {
            throw new AssertionError("not connected: " + refused);
        }
        return opened;
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        wire = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        try {
            seen.add(JSON.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        if (bytes.length > 1 && bytes[0] <= 3 && bytes[1] == '{') {
            onText(new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8), atNs);
        } else {
            sounds.add(bytes);
        }
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        closed = cause.code() + " " + cause.reason();
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        refused = httpStatus + " " + why;
    }
}
