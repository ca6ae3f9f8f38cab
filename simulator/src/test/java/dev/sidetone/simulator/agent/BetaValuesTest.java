package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every value that OpenAI's page of the older shape allowed is taken. */
class BetaValuesTest {
    private final HandClient client = new HandClient(FakeOpenAi.BETA);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'model':'gpt-4o-realtime-preview'",
                "'modalities':['text']",
                "'modalities':['audio','text'],'speed':1.2,'tracing':null",
                "'turn_detection':{'type':'semantic_vad','eagerness':'high'}",
                "'input_audio_format':'g711_alaw','output_audio_format':'g711_alaw'"
            })
    void theOlderShapeTakesWhatItsPageAllowed(String part) {
        beta();
        client.send("{'type':'session.update','session':{" + part + "}}");
        assertThat(client.kinds()).containsExactly("session.updated");
    }

    @Test
    void theOlderShapeTakesAnAssistantsWordsAndAResponseInItsOwnNames() {
        beta();
        client.send("{'type':'session.update','session':{'output_audio_format':'g711_ulaw'}}");
        client.send("{'type':'conversation.item.create','item':{'type':'message','role':'assistant',"
                + "'content':[{'type':'text','text':'Hello.'}]}}");
        client.send("{'type':'response.create','response':{'modalities':['text','audio'],'voice':'alloy',"
                + "'temperature':0.8,'max_response_output_tokens':'inf','output_audio_format':'g711_ulaw'}}");
        client.pass(2_000);
        assertThat(client.all("error")).isEmpty();
        assertThat(client.all("conversation.item.created")).first().satisfies(created -> assertThat(
                        created.at("/item/content/0/type").asText())
                .isEqualTo("text"));
        assertThat(client.all("response.done")).hasSize(1);
    }

    private void beta() {
        client.dial(
                "/v1/realtime?model=gpt-4o-realtime-preview",
                Map.of("Authorization", "Bearer k", "OpenAI-Beta", "realtime=v1"));
        client.seen.clear();
    }
}
