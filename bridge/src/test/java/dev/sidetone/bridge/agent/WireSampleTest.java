package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.gemini.Gemini;
import dev.sidetone.bridge.agent.gptlive.GptLive;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every dialect against traffic that was written by hand from its vendor's documents. */
class WireSampleTest {
    private final DialectTalk talk = new DialectTalk();

    @Test
    void openAiIsRead() throws Exception {
        play(OpenAi.REALTIME, "openai.txt");
        assertThat(talk.told)
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
        assertThat(talk.told).last(STRING).contains("agent-expired");
    }

    @ParameterizedTest
    @CsvSource({"cancelled, 1", "completed, 0", "incomplete, 0"})
    void anAnswerThatOpenAiCancelledWasBrokenOff(String status, int times) {
        AgentDialect dialect = dialect(OpenAi.REALTIME);
        dialect.opened(talk, talk.timers.nowNs());
        talk.say(dialect, "{'type':'session.created','session':{}}");
        talk.say(dialect, "{'type':'session.updated','session':{}}");
        talk.say(dialect, "{'type':'response.created','response':{'id':'r1'}}");
        talk.say(dialect, "{'type':'response.done','response':{'id':'r1','status':'" + status + "'}}");
        assertThat(talk.told).filteredOn("broke off"::equals).hasSize(times);
    }

    @Test
    void gptLiveIsRead() throws Exception {
        play(GptLive.SERVICE, "gpt-live.txt");
        assertThat(talk.told)
                .containsSubsequence(
                        "ready",
                        "live-1 8 bytes",
                        "tool call_1 lookup_order {\"id\":\"42\"}",
                        "CALLER Where is order 42?")
                .contains("live-1 8 bytes", "AGENT Hi, how can I help?");
    }

    @Test
    void assemblyAiIsRead() throws Exception {
        play(AssemblyAi.VOICE_AGENT, "assemblyai.txt");
        assertThat(talk.told)
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
                        "broke off",
                        "leaving");
    }

    @Test
    void geminiIsRead() throws Exception {
        play(Gemini.LIVE, "gemini.txt");
        assertThat(talk.told)
                .filteredOn(line -> !line.endsWith(" bytes"))
                .containsExactly(
                        "ready",
                        "resumable",
                        "AGENT Hi, how can I help?",
                        "resumable",
                        "tool fc_1 lookup_order {\"id\":\"42\"}",
                        "CALLER Where is order 42?",
                        "AGENT Order 42 shipped",
                        "caller started",
                        "broke off",
                        "tool fc_2 lookup_order {\"id\":\"43\"}",
                        "caller started",
                        "CALLER Check order 43 too.",
                        "AGENT Goodbye.",
                        "lasts");
        assertThat(talk.told)
                .filteredOn(line -> line.endsWith(" bytes"))
                .extracting(line -> line.substring(0, 8))
                .containsExactly("answer-1", "answer-1", "answer-2", "answer-3");
    }

    @Test
    void inworldIsRead() throws Exception {
        play(Inworld.REALTIME, "inworld.txt");
        assertThat(talk.told)
                .containsExactly("ready", "i1 4 bytes", "AGENT Hello.", "tool c1 lookup_order {\"id\":\"42\"}");
    }

    @Test
    void omniIsReadInItsPlainFraming() throws Exception {
        play(Omni.SERVICE, "omni.txt");
        assertThat(talk.told)
                .containsExactly(
                        "ready",
                        "answer-1 2 bytes",
                        "caller started",
                        "broke off",
                        "tool  transfer_to_human {}",
                        "leaving");
    }

    @Test
    void omniIsReadInItsTaggedFraming() throws Exception {
        play(Omni.SERVICE, "omni-v2.txt");
        assertThat(talk.told)
                .containsExactly(
                        "ready",
                        "AGENT Hello, how can I help?",
                        "answer-1 2 bytes",
                        "CALLER where is order",
                        "caller started",
                        "broke off",
                        "tool t_1 lookup_order {\"id\":\"42\"}",
                        "tool  transfer_to_human {\"destination\":\"+15550100\"}",
                        "leaving");
    }

    @Test
    void theHandshakeIsEachVendorsOwn() {
        assertThat(dialect(OpenAi.REALTIME).handshake().join().headers()).containsOnlyKeys("Authorization");
        assertThat(dialect(OpenAi.BETA).handshake().join().headers()).containsEntry("OpenAI-Beta", "realtime=v1");
        assertThat(dialect(AssemblyAi.VOICE_AGENT).handshake().join().headers())
                .containsEntry("Authorization", "Bearer k");
        assertThat(dialect(Inworld.REALTIME).handshake().join().headers()).containsEntry("Authorization", "Basic k");
        assertThat(dialect(Inworld.REALTIME).handshake().join().url().getQuery())
                .matches("key=voice-[0-9a-f-]{36}&protocol=realtime");
        assertThat(dialect(Omni.SERVICE).handshake().join().headers())
                .containsEntry("Sec-WebSocket-Protocol", "pyai.v1, pyai-key.k");
        assertThat(dialect(Omni.SERVICE).handshake().join().url().getQuery()).isEqualTo("format=pcm16&rate=8000");
    }

    private void play(AgentService wire, String file) throws IOException {
        AgentDialect dialect = dialect(wire);
        dialect.opened(talk, talk.timers.nowNs());
        for (String line : lines(file)) {
            String direction = line.substring(0, line.indexOf(' '));
            String message = line.substring(line.indexOf(' ') + 1);
            talk.timers.advance(10_000_000);
            switch (direction) {
                case "<" -> dialect.read(message, talk, talk.timers.nowNs());
                case "<pcm" -> dialect.read(HexFormat.of().parseHex(message), talk, talk.timers.nowNs());
                case "<0x01" -> dialect.read(HexFormat.of().parseHex("01" + message), talk, talk.timers.nowNs());
                case "<0x02", "<0x03" -> dialect.read(tagged(direction, message), talk, talk.timers.nowNs());
                default -> assertThat(talk.kinds.remove(0)).isEqualTo(direction + " " + type(message));
            }
        }
        assertThat(talk.kinds).isEmpty();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream sample = WireSampleTest.class.getResourceAsStream("/wire/" + file)) {
            return new String(Objects.requireNonNull(sample).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static AgentDialect dialect(AgentService wire) {
        return DialectTalk.dialect(wire, wire.defaults());
    }

    private static byte[] tagged(String direction, String message) {
        return (direction.equals("<0x02") ? "\u0002" + message : "\u0003" + message).getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String json) throws IOException {
        return new JsonMapper().readTree(json).path("type").asText();
    }
}
