package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.assemblyai.FakeAssemblyAi;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a fake refuses, and what it takes without doing it, can be read in its terminal. */
class AgentNewsTest {
    private static final Map<String, String> KEY = Map.of("Authorization", "Bearer k");

    @Test
    void everyRefusalOfTheOpenWireIsALine() {
        HandClient client = new HandClient(FakeOpenAi.REALTIME).dial("/v1/realtime?model=gpt-realtime", KEY);
        AgentNews news = new AgentNews(client.agent);
        assertThat(news.lines()).isEmpty();
        client.send("{'type':'session.update','session':{'type':'realtime','audio':{'output':{'voice':'kevin'}}}}");
        client.send("{'type':'response.cancel'}");
        assertThat(news.lines()).hasSize(2).first().satisfies(line -> assertThat(line)
                .startsWith("session 1: refused: invalid_value (session.audio.output.voice): Invalid value: 'kevin'."));
        assertThat(news.lines()).as("once").isEmpty();
    }

    @Test
    void whatIsNoJsonIsNamedInPlainWords() {
        HandClient client = new HandClient(FakeOpenAi.REALTIME).dial("/v1/realtime?model=gpt-realtime", KEY);
        client.send("hello there");
        client.send("{'type': True}");
        assertThat(new AgentNews(client.agent).lines())
                .containsExactly(
                        "session 1: refused: invalid_event: The event is not JSON: it is plain text: \"hello there\".",
                        "session 1: refused: invalid_event: The event is not JSON: True is no JSON.");
    }

    @Test
    void whatAClientSendsCannotWriteLinesOfItsOwn() {
        HandClient client = new HandClient(FakeOpenAi.REALTIME).dial("/v1/realtime?model=gpt-realtime", KEY);
        client.send("{'type':'session.update','session':{'type':'realtime','audio':{'output':{'voice':"
                + "'a\\nFindings  none\\u001b[2J\\u202e'}}}}");
        assertThat(new AgentNews(client.agent).lines())
                .singleElement()
                .asString()
                .contains("Invalid value: 'a\\nFindings  none\\u001B[2J\\u202E'.");
    }

    @Test
    void aSessionThatWasRefusedAtOnceIsALineThoughItIsOver() {
        HandClient client = new HandClient(FakeOpenAi.REALTIME).dial("/v1/realtime?model=gpt-nope", KEY);
        assertThat(new AgentNews(client.agent).lines())
                .containsExactly(
                        "session 1: refused: invalid_model (model): Model \"gpt-nope\" is not supported in realtime mode.");
    }

    @Test
    void everyRefusalBeforeTheUpgradeIsALine() {
        HandClient client = new HandClient(FakeInworld.REALTIME);
        AgentNews news = new AgentNews(client.agent);
        client.dial("/api/v1/realtime/session?key=a", Map.of("Authorization", "Basic k"));
        client.dial("/v1/realtime", Map.of());
        assertThat(news.lines())
                .containsExactly(
                        "refused with HTTP 400: The query must have key and protocol=realtime.",
                        "refused with HTTP 404: the agent is at /api/v1/realtime/session");
    }

    @Test
    void whatIsNotEmulatedIsOneLineForAllSessions() {
        HandClient client = new HandClient(FakeOpenAi.REALTIME);
        AgentNews news = new AgentNews(client.agent);
        for (int i = 0; i < 2; i++) {
            client.dial("/v1/realtime?model=gpt-realtime", KEY);
            client.send("{'type':'session.update','session':{'type':'realtime','audio':{'output':{'speed':1.2}}}}");
        }
        assertThat(news.lines()).containsExactly("session 1: not emulated: speed 1.2: it speaks at 1.0");
    }

    @Test
    void everyOtherWireHasItsLinesToo() {
        HandClient assemblyAi = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", KEY);
        assemblyAi.send("{'type':'session.update','session':{'output':{'voice':'Ivy'}}}");
        assertThat(new AgentNews(assemblyAi.agent).lines())
                .containsExactly("session 1: refused: invalid_value (output.voice): There is no voice 'Ivy'.");
        HandClient omni = new HandClient(FakeOmni.PLAIN)
                .dial("/v1/omni?format=pcm16&rate=8000", Map.of("Sec-WebSocket-Protocol", "pyai-key.k"));
        omni.send("{'type':'configure','voice_id':'marin'}");
        assertThat(new AgentNews(omni.agent).lines())
                .containsExactly("session 1: refused: voice_not_found (voice_id): There is no voice 'marin'.");
    }
}
