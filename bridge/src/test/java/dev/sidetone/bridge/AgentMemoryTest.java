package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentTool;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.bridge.tools.ToolClient;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent makes the bridge remember is bounded: beyond that its own call ends, in words, and no other is touched. */
class AgentMemoryTest {
    private static final String LONG = "x".repeat(257);
    private static final String CALL = "{'type':'response.output_item.done','item':{'type':'function_call',"
            + "'call_id':'%s','name':'%s','arguments':'{}'}}";
    private static final String BEGUN =
            "{'type':'response.output_item.added','item':{'type':'function_call'," + "'call_id':'%s','name':'%s'}}";
    private static final String ARGUMENTS =
            "{'type':'response.function_call_arguments.done','call_id':'%s','arguments':'{}'}";
    private static final String ASSEMBLYAI_CALL = "{'type':'tool.call','call_id':'%s','name':'%s','arguments':{}}";
    private static final String OMNI_CALL = "{'type':'tool_call','call_id':'%s','name':'%s','arguments':{}}";

    static Stream<Arguments> tooLong() {
        return Stream.of(
                Arguments.of(OpenAi.REALTIME, BEGUN.formatted(LONG, "book")),
                Arguments.of(OpenAi.REALTIME, BEGUN.formatted("c1", LONG)),
                Arguments.of(OpenAi.REALTIME, CALL.formatted(LONG, "book")),
                Arguments.of(OpenAi.REALTIME, CALL.formatted("c1", LONG)),
                Arguments.of(OpenAi.REALTIME, audio(LONG)),
                Arguments.of(Inworld.REALTIME, BEGUN.formatted(LONG, "book")),
                Arguments.of(Inworld.REALTIME, audio(LONG)),
                Arguments.of(AssemblyAi.VOICE_AGENT, ASSEMBLYAI_CALL.formatted(LONG, "book")),
                Arguments.of(AssemblyAi.VOICE_AGENT, ASSEMBLYAI_CALL.formatted("c1", LONG)),
                Arguments.of(Omni.SERVICE, OMNI_CALL.formatted(LONG, "book")),
                Arguments.of(Omni.SERVICE, OMNI_CALL.formatted("c1", LONG)));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void anIdOrANameThatNoServiceWouldSendEndsTheAgentsOwnCall(AgentService wire, String message) {
        BridgeOnMemoryNetwork call = connected(wire);
        call.agent.send(message);
        call.advanceMs(1);
        assertThat(call.facts).endsWith("failed agent-died", "ended");
        assertThat(call.twilio.ends).containsExactly("closed 1000 agent-died");
    }

    @Test
    void anIdOf256CharactersIsTaken() {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        call.agent.send(audio("x".repeat(256)));
        call.advanceMs(1);
        assertThat(call.twilio.ofKind("media")).hasSize(1);
        assertThat(call.facts).doesNotContain("ended");
    }

    @Test
    void callsThatCanHaveNoResultYetEndTheCallBeforeTheyAreMany() {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();
        call.startStream(call.token());
        for (int i = 0; i < 256; i++) {
            call.agent.send(CALL.formatted("c" + i, "book"));
            call.advanceMs(0);
        }
        assertThat(call.facts).doesNotContain("ended");
        call.agent.send(CALL.formatted("c256", "book"));
        call.advanceMs(1);
        assertThat(call.facts).endsWith("failed agent-died", "ended");
    }

    @Test
    void ofCallsThatBeginAndNeverComeOnlyTheLatestAreRemembered() {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        for (int i = 0; i < 300; i++) {
            call.agent.send(BEGUN.formatted("c" + i, "tool" + i));
            call.advanceMs(0);
        }
        call.agent.send(ARGUMENTS.formatted("c0"));
        call.agent.send(ARGUMENTS.formatted("c299"));
        call.advanceMs(1);
        assertThat(call.facts).noneMatch(fact -> fact.contains("tool0 ")).anyMatch(fact -> fact.contains("tool299"));
        assertThat(call.facts).doesNotContain("ended");
    }

    @Test
    void thousandsOfCallsThatHaveTheirResultsAreNoneTooMany() {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        for (int i = 0; i < 2_000; i++) {
            call.agent.send(CALL.formatted("c" + i, "book"));
            call.advanceMs(0);
        }
        call.advanceMs(1);
        assertThat(call.agent.ofKind("conversation.item.create")).hasSize(2_000);
        assertThat(call.facts).doesNotContain("ended");
    }

    @Test
    void answersOfWhichNothingIsEverHeardEndTheCallBeforeTheyAreMany() {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        for (int i = 0; i < 60_000; i++) {
            call.agent.send(audio("a" + i));
            call.advanceMs(0);
        }
        call.advanceMs(1);
        assertThat(call.facts).doesNotContain("ended");
        assertThat(call.twilio.ofKind("mark")).hasSize(60_000);
        call.agent.send(audio("last"));
        call.advanceMs(1);
        assertThat(call.facts).endsWith("failed agent-died", "ended");
    }

    static Stream<String> words() {
        return Stream.of(
                "{'type':'error','error':{'code':'x','message':'%s'}}",
                "{'type':'error','error':{'code':'%s','message':'x'}}",
                "{'type':'response.output_audio_transcript.done','transcript':'%s'}");
    }

    @ParameterizedTest
    @MethodSource("words")
    void wordsWithoutEndEndTheCallAtEightMillionCharacters(String message) {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        String text = message.formatted("x".repeat(1_000_000));
        for (int i = 0; i < 8; i++) {
            call.agent.send(text);
            call.advanceMs(0);
        }
        assertThat(call.facts).doesNotContain("ended");
        call.agent.send(text);
        call.advanceMs(1);
        assertThat(call.facts).endsWith("failed agent-died", "ended");
    }

    @Test
    void eventsWithoutEndEndTheCallThoughTheyHaveNoWords() {
        BridgeOnMemoryNetwork call = connected(OpenAi.REALTIME);
        for (int i = 0; i < 80_000; i++) {
            call.agentHearsTheCaller();
        }
        assertThat(call.facts).doesNotContain("ended");
        for (int i = 0; i < 4_000 && !call.facts.get(call.facts.size() - 1).equals("ended"); i++) {
            call.agentHearsTheCaller();
        }
        assertThat(call.facts).endsWith("failed agent-died", "ended");
    }

    @Test
    void resultsThatWaitForTheEndOfAReplyGoAtOnceWhereTheyAreMany() {
        BridgeOnMemoryNetwork call = connected(AssemblyAi.VOICE_AGENT);
        call.agent.send("{'type':'reply.started'}");
        for (int i = 0; i < 300; i++) {
            call.agent.send(ASSEMBLYAI_CALL.formatted("c" + i, "book"));
        }
        call.advanceMs(1);
        assertThat(call.agent.ofKind("tool.result")).hasSize(300 - 256);
        call.agent.send("{'type':'reply.done','status':'completed'}");
        call.advanceMs(1);
        assertThat(call.agent.ofKind("tool.result"))
                .extracting(result -> result.path("call_id").asText())
                .hasSize(300)
                .startsWith("c0", "c1")
                .endsWith("c299");
    }

    @Test
    void argumentsThatNoToolWouldReadAreAFailedTool() {
        AgentTool book = new AgentTool("book", "", "{\"type\":\"object\"}", URI.create("http://shop/book"), 2_000);
        ToolClient shop = (url, arguments, loop, done) -> {
            throw new AssertionError("posted");
        };
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(
                OpenAi.REALTIME.defaults().withTools(List.of(book)),
                CallPolicy.defaults(),
                null,
                new FakeCallControl(),
                shop);
        call.connect();
        call.agent.send(CALL.formatted("c1", "book").replace("{}", "{\\'note\\':\\'" + "x".repeat(70_000) + "\\'}"));
        call.advanceMs(1);
        assertThat(call.agent.ofKind("conversation.item.create"))
                .singleElement()
                .satisfies(item -> assertThat(item.toString()).contains("longer than 65536 characters"));
    }

    private static String audio(String item) {
        return "{'type':'response.output_audio.delta','response_id':'r','item_id':'" + item + "','delta':'AAAA'}";
    }

    private static BridgeOnMemoryNetwork connected(AgentService wire) {
        BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork(wire, wire.defaults());
        call.startStream(call.token());
        if (wire.equals(AssemblyAi.VOICE_AGENT)) {
            call.agent.send("{'type':'session.ready'}");
        } else if (wire.equals(Omni.SERVICE)) {
            call.agent.send("{'type':'hello'}");
        } else {
            call.agent.send("{'type':'session.created','session':{}}");
            call.agent.send("{'type':'session.updated','session':{}}");
        }
        call.advanceMs(1);
        call.agent.heard.clear();
        call.twilio.heard.clear();
        return call;
    }
}
