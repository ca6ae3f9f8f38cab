package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.PhoneClient.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AgentTurnTest {
    private static final AgentScript PRACTICE = AgentScript.practice();

    @Test
    void aTurnIsToldInTheOrderOfTheRealService() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.sentence());
        client.await("rate_limits.updated");

        List<String> order = new ArrayList<>();
        client.types().forEach(type -> {
            boolean delta =
                    type.equals("response.output_audio_transcript.delta") || type.equals("response.output_audio.delta");
            if (!delta || !order.contains(type)) {
                order.add(type);
            }
        });
        assertThat(order)
                .containsExactly(
                        "input_audio_buffer.speech_started",
                        "input_audio_buffer.speech_stopped",
                        "input_audio_buffer.committed",
                        "conversation.item.added",
                        "conversation.item.done",
                        "response.created",
                        "response.output_item.added",
                        "conversation.item.added",
                        "response.content_part.added",
                        "response.output_audio_transcript.delta",
                        "response.output_audio.delta",
                        "response.output_audio.done",
                        "response.output_audio_transcript.done",
                        "response.content_part.done",
                        "response.output_item.done",
                        "conversation.item.done",
                        "response.done",
                        "rate_limits.updated");
    }

    @Test
    void allEventsOfATurnNameTheSameItemsAndTheSameResponse() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.sentence());
        Seen done = client.await("response.done");

        String callerItem = client.only("input_audio_buffer.speech_started").text("/item_id");
        assertThat(client.only("input_audio_buffer.speech_stopped").text("/item_id"))
                .isEqualTo(callerItem);
        assertThat(client.only("input_audio_buffer.committed").text("/item_id")).isEqualTo(callerItem);
        assertThat(client.all("conversation.item.added").get(0).text("/item/id"))
                .isEqualTo(callerItem);
        assertThat(client.all("conversation.item.added").get(1).text("/previous_item_id"))
                .isEqualTo(callerItem);
        String response = client.only("response.created").text("/response/id");
        String item = client.only("response.output_item.added").text("/item/id");
        assertThat(client.all("response.output_audio.delta")).allSatisfy(delta -> {
            assertThat(delta.text("/response_id")).isEqualTo(response);
            assertThat(delta.text("/item_id")).isEqualTo(item);
        });
        assertThat(done.text("/response/id")).isEqualTo(response);
        assertThat(done.text("/response/output/0/id")).isEqualTo(item);
        assertThat(client.seen.stream().map(event -> event.text("/event_id")).distinct())
                .hasSameSizeAs(client.seen);
    }

    @Test
    void aFinishedResponseHasItsWordsAndItsUsage() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.sentence());
        Seen done = client.await("response.done");

        String words = client.all("response.output_audio_transcript.delta").stream()
                .map(delta -> delta.text("/delta"))
                .collect(Collectors.joining());
        assertThat(words).isEqualTo("Yes, we are open today from nine until six.");
        assertThat(client.only("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo(words);
        assertThat(client.only("response.content_part.done").text("/part/transcript"))
                .isEqualTo(words);
        assertThat(done.text("/response/status")).isEqualTo("completed");
        assertThat(done.json().at("/response/status_details").isNull()).isTrue();
        assertThat(done.text("/response/output/0/status")).isEqualTo("completed");
        assertThat(done.text("/response/output/0/content/0/type")).isEqualTo("output_audio");
        assertThat(done.json().at("/response/usage/total_tokens").asInt())
                .isEqualTo(done.json().at("/response/usage/input_tokens").asInt()
                        + done.json().at("/response/usage/output_tokens").asInt());
        assertThat(done.json()
                        .at("/response/usage/output_token_details/audio_tokens")
                        .asInt())
                .isPositive();
    }

    @Test
    void oneAnswerInThreeIsLongEnoughToBeInterrupted() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        List<Double> lengths = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int turn = 0; turn < 9; turn++) {
            client.seen.clear();
            client.say(Sounds.sentence());
            words.add(client.await("response.done").text("/response/output/0/content/0/transcript"));
            lengths.add(client.audio().length / 8.0);
            client.pass(1000);
        }

        assertThat(words).doesNotHaveDuplicates();
        for (int turn = 0; turn < 9; turn++) {
            if (turn % 3 == 1) {
                assertThat(lengths.get(turn)).as(words.get(turn)).isBetween(6000.0, 15000.0);
            } else {
                assertThat(lengths.get(turn)).as(words.get(turn)).isBetween(1500.0, 3500.0);
            }
        }
    }

    @Test
    void transcriptsThatWereAskedForAreSaidToFail() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\","
                + "\"audio\":{\"input\":{\"transcription\":{\"model\":\"gpt-4o-mini-transcribe\"}}}}}");
        client.say(Sounds.sentence());
        client.await("response.created");

        assertThat(client.only("conversation.item.input_audio_transcription.failed")
                        .text("/item_id"))
                .isEqualTo(client.only("input_audio_buffer.committed").text("/item_id"));
    }
}
