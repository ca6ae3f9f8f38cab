package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.AgentDialects;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.time.Timers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every dialect against traffic that was written by hand from its vendor's documents. */
class WireSampleTest implements AgentPort {
    private final List<String> told = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final ManualTimers timers = new ManualTimers(1_000_000_000L);

    @Test
    void openAiIsRead() throws Exception {
        play(AgentWire.OPENAI, "openai.txt");
        assertThat(told)
                .startsWith(
                        "ready",
                        "i1 4 bytes",
                        "AGENT Good morning.",
                        "caller started",
                        "caller stopped",
                        "CALLER Is the shop open?",
                        "tool c1 opening_hours {\"day\":\"today\"}",
                        "i4 6 bytes",
                        "caller started");
        assertThat(told).last(STRING).contains("agent-expired");
    }

    @Test
    void assemblyAiIsRead() throws Exception {
        play(AgentWire.ASSEMBLYAI, "assemblyai.txt");
        assertThat(told)
                .containsExactly(
                        "ready",
                        "reply-1 4 bytes",
                        "AGENT Hi, how can I help?",
                        "caller started",
                        "caller stopped",
                        "CALLER Where is order 42?",
                        "tool call_1 lookup_order {\"id\":\"42\"}",
                        "reply-2 4 bytes",
                        "caller started",
                        "leaving");
    }

    @Test
    void inworldIsRead() throws Exception {
        play(AgentWire.INWORLD, "inworld.txt");
        assertThat(told).containsExactly("ready", "i1 4 bytes", "AGENT Hello.", "tool c1 lookup_order {\"id\":\"42\"}");
    }

    @Test
    void omniIsReadInItsPlainFraming() throws Exception {
        play(AgentWire.OMNI, "omni.txt");
        assertThat(told)
                .containsExactly(
                        "ready", "answer-1 2 bytes", "caller started", "tool  transfer_to_human {}", "leaving");
    }

    @Test
    void omniIsReadInItsTaggedFraming() throws Exception {
        play(AgentWire.OMNI, "omni-v2.txt");
        assertThat(told)
                .containsExactly(
                        "ready",
                        "AGENT Hello, how can I help?",
                        "answer-1 2 bytes",
                        "CALLER where is order",
                        "caller started",
                        "tool t_1 lookup_order {\"id\":\"42\"}",
                        "tool  transfer_to_human {\"destination\":\"+15550100\"}",
                        "leaving");
    }

    @Test
    void theHandshakeIsEachVendorsOwn() {
        assertThat(dialect(AgentWire.OPENAI).headers()).containsOnlyKeys("Authorization");
        assertThat(dialect(AgentWire.OPENAI_BETA).headers()).containsEntry("OpenAI-Beta", "realtime=v1");
        assertThat(dialect(AgentWire.ASSEMBLYAI).headers()).containsEntry("Authorization", "Bearer k");
        assertThat(dialect(AgentWire.INWORLD).headers()).containsEntry("Authorization", "Basic k");
        assertThat(dialect(AgentWire.INWORLD).url().getQuery()).matches("key=voice-[0-9a-f-]{36}&protocol=realtime");
        assertThat(dialect(AgentWire.OMNI).headers()).containsEntry("Sec-WebSocket-Protocol", "pyai.v1, pyai-key.k");
        assertThat(dialect(AgentWire.OMNI).url().getQuery()).isEqualTo("format=pcm16&rate=8000");
    }

    private void play(AgentWire wire, String file) throws IOException {
        AgentDialect dialect = dialect(wire);
        dialect.opened(this, timers.nowNs());
        for (String line : lines(file)) {
            String direction = line.substring(0, line.indexOf(' '));
            String message = line.substring(line.indexOf(' ') + 1);
            timers.advance(10_000_000);
            switch (direction) {
                case "<" -> dialect.read(message, this, timers.nowNs());
                case "<pcm" -> dialect.read(HexFormat.of().parseHex(message), this, timers.nowNs());
                case "<0x01" -> dialect.read(HexFormat.of().parseHex("01" + message), this, timers.nowNs());
                case "<0x02", "<0x03" -> dialect.read(tagged(direction, message), this, timers.nowNs());
                default -> assertThat(sent.remove(0)).isEqualTo(direction + " " + type(message));
            }
        }
        assertThat(sent).isEmpty();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream sample = WireSampleTest.class.getResourceAsStream("/wire/" + file)) {
            return new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static AgentDialect dialect(AgentWire wire) {
        return AgentDialects.of(
                new BridgeConfig.Agent("a", wire, URI.create("wss://agent.example/v1"), "k", AgentSettings.of(wire)));
    }

    private static byte[] tagged(String direction, String message) {
        return (direction.equals("<0x02") ? "\u0002" + message : "\u0003" + message).getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String json) throws IOException {
        return new JsonMapper().readTree(json).path("type").asText();
    }

    @Override
    public void send(String text) {
        try {
            sent.add("> " + type(text));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void send(byte[] binary) {
        try {
            sent.add(">0x0" + binary[0] + " " + type(new String(binary, 1, binary.length - 1, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void tell(AgentEvent event) {
        if (event instanceof AgentEvent.Audio audio) {
            MulawChunk chunk = audio.chunk();
            told.add(audio.answerId() + " " + chunk.bytes() + " bytes");
        } else if (event instanceof AgentEvent.Said said) {
            told.add(said.speaker() + " " + said.text());
        } else if (event instanceof AgentEvent.ToolCalled call) {
            told.add("tool " + call.callId() + " " + call.name() + " " + call.arguments());
        } else {
            told.add(
                    event instanceof AgentEvent.Ready
                            ? "ready"
                            : event instanceof AgentEvent.CallerStarted
                                    ? "caller started"
                                    : event instanceof AgentEvent.CallerStopped
                                            ? "caller stopped"
                                            : event instanceof AgentEvent.Leaving ? "leaving" : event.toString());
        }
    }

    @Override
    public long nsUntil(long epochSecond) {
        return 0;
    }

    @Override
    public Timers timers() {
        return timers;
    }
}
