package dev.sidetone.simulator.agent;

import static dev.sidetone.simulator.agent.PhoneClient.HOP_NS;
import static dev.sidetone.simulator.agent.PhoneClient.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.agent.PhoneClient.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentBargeInTest {
    private final PhoneClient client = PhoneClient.inCall(AgentScript.practice().withBurst(1));

    @Test
    void spokenOverItSaysSoStopsAtOnceAndOnlyThenEndsTheResponse() {
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.pass(500);
        client.seen.clear();
        client.say(Sounds.tone(1000));
        client.await("input_audio_buffer.speech_started");
        client.pass(900);

        List<String> after = client.types().stream()
                .dropWhile(type -> !type.equals("input_audio_buffer.speech_started"))
                .toList();
        assertThat(after).containsExactly("input_audio_buffer.speech_started", "response.done");
        Seen done = client.only("response.done");
        assertThat(done.text("/response/status")).isEqualTo("cancelled");
        assertThat(done.text("/response/status_details/type")).isEqualTo("cancelled");
        assertThat(done.text("/response/status_details/reason")).isEqualTo("turn_detected");
        assertThat(done.text("/response/output/0/status")).isEqualTo("incomplete");
    }

    @Test
    void theLogKnowsWhenItWasSpokenOverAndWhatThatCut() {
        client.say(Sounds.sentence());
        String response = client.await("response.output_audio.delta").text("/response_id");
        client.pass(500);
        client.say(Sounds.tone(500));
        long started = client.await("input_audio_buffer.speech_started").atNs();

        AgentLog.Onset cut = client.log().interruptions().get(0);
        assertThat(client.log().onsets()).hasSize(2);
        assertThat(cut.cutResponseId()).isEqualTo(response);
        assertThat(cut.startedAtNs()).isEqualTo(started - HOP_NS);
        assertThat(cut.startedAtNs() - cut.onsetAtNs()).isEqualTo(40 * MS);
        AgentLog.Spoken spoken = client.log().spoken().get(0);
        assertThat(spoken.ending()).isEqualTo(AgentLog.Ending.INTERRUPTED);
        assertThat(spoken.sentMs()).isEqualTo(client.audio().length / 8.0).isPositive();
    }

    @Test
    void theNextAnswerIsAboutTheInterruptionAndThenItGoesOn() {
        interruptAnAnswer();
        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo("Sorry, I have stopped. What would you like instead?");
        client.pass(1000);
        client.say(Sounds.sentence());

        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .startsWith("Of course. First I look");
    }

    @Test
    void itCanBeToldToTalkOn() {
        setTurnDetection("\"interrupt_response\":false");
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.say(Sounds.tone(500));
        client.await("input_audio_buffer.speech_started");
        Seen done = client.await("response.done");

        assertThat(done.text("/response/status")).isEqualTo("completed");
    }

    @Test
    void aTurnDuringAnAnswerThatGoesOnGetsNoSecondAnswer() {
        setTurnDetection("\"interrupt_response\":false");
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.say(Sounds.tone(300));

        assertThat(client.await("error").text("/error/code")).isEqualTo("conversation_already_has_active_response");
    }

    @Test
    void aCallerWhoOnlyDrewBreathGetsTheSameAnswerLater() {
        client.say(Sounds.tone(500));
        client.await("response.created");
        client.say(Sounds.tone(500));
        Seen done = client.await("response.done");
        assertThat(done.text("/response/status")).isEqualTo("cancelled");
        assertThat(done.json().at("/response/output")).isEmpty();

        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .isEqualTo("Yes, we are open today from nine until six.");
    }

    @Test
    void itIsToldHowMuchWasHeardAndRemembers() {
        client.say(Sounds.sentence());
        Seen done = client.await("response.done");
        String item = done.text("/response/output/0/id");
        truncate(item, 0, 900);

        Seen truncated = client.only("conversation.item.truncated");
        assertThat(truncated.text("/item_id")).isEqualTo(item);
        assertThat(truncated.json().path("audio_end_ms").asInt()).isEqualTo(900);
        assertThat(client.log().truncations()).singleElement().satisfies(truncation -> {
            assertThat(truncation.itemId()).isEqualTo(item);
            assertThat(truncation.audioEndMs()).isEqualTo(900);
        });
        client.send("{\"type\":\"conversation.item.retrieve\",\"item_id\":\"" + item + "\"}");
        assertThat(client.await("conversation.item.retrieved").text("/item/content/0/transcript"))
                .isNotEmpty()
                .isSubstringOf("Yes, we are open today");
        client.say(Sounds.sentence());
        assertThat(client.await("response.output_audio_transcript.done").text("/transcript"))
                .startsWith("Sorry, I have stopped.");
    }

    @Test
    void noMoreCanHaveBeenHeardThanWasSent() {
        client.say(Sounds.sentence());
        Seen done = client.await("response.done");
        String item = done.text("/response/output/0/id");
        long sentMs = client.audio().length / 8;
        truncate(item, 0, sentMs + 1);

        Seen error = client.only("error");
        assertThat(error.text("/error/code")).isEqualTo("invalid_value");
        assertThat(error.text("/error/message"))
                .isEqualTo("Audio content of " + sentMs + " ms is already shorter than " + (sentMs + 1) + " ms");
        assertThat(error.text("/error/event_id")).isEqualTo("mine");
        assertThat(client.log().truncations()).isEmpty();

        truncate(item, 0, sentMs);
        assertThat(client.only("conversation.item.truncated").type()).isNotEmpty();
    }

    @Test
    void duringAnAnswerTheBoundIsWhatWasSentSoFar() {
        client.say(Sounds.sentence());
        String item = client.await("response.output_audio.delta").text("/item_id");
        long sentMs = client.audio().length / 8;
        truncate(item, 0, sentMs + 50);

        assertThat(client.only("error").text("/error/message")).contains("already shorter");
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, 0, 10, item_truncate_invalid_item_id, item_id",
        "AGENT, 1, 10, invalid_value, content_index",
        "AGENT, 0, -1, invalid_value, audio_end_ms",
        "CALLER, 0, 10, invalid_value, item_id"
    })
    void onlyTheAgentsOwnSpeechCanBeTruncated(String whose, int part, long endMs, String code, String param) {
        client.say(Sounds.sentence());
        String agent = client.await("response.done").text("/response/output/0/id");
        String caller = client.only("input_audio_buffer.committed").text("/item_id");
        truncate(whose.equals("AGENT") ? agent : whose.equals("CALLER") ? caller : whose, part, endMs);

        assertThat(client.only("error").text("/error/code")).isEqualTo(code);
        assertThat(client.only("error").text("/error/param")).isEqualTo(param);
    }

    @Test
    void theClientCanCallAnAnswerOff() {
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.send("{\"type\":\"response.cancel\"}");
        client.pass(10);
        int deltas = client.all("response.output_audio.delta").size();
        client.pass(3000);

        Seen done = client.only("response.done");
        assertThat(done.text("/response/status")).isEqualTo("cancelled");
        assertThat(done.text("/response/status_details/reason")).isEqualTo("client_cancelled");
        assertThat(client.all("response.output_audio.delta")).hasSize(deltas);
    }

    @Test
    void nothingCanBeCalledOffWhenNothingIsSaid() {
        client.send("{\"type\":\"response.cancel\",\"event_id\":\"c7\"}");
        client.pass(20);

        assertThat(client.only("error").text("/error/code")).isEqualTo("response_cancel_not_active");
        assertThat(client.only("error").text("/error/event_id")).isEqualTo("c7");
        assertThat(client.log().sentErrors()).singleElement().satisfies(complaint -> assertThat(complaint.code())
                .isEqualTo("response_cancel_not_active"));
    }

    @Test
    void hangingUpInTheMiddleOfAnAnswerEndsEverything() {
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.hangUp();
        int events = client.seen.size();
        client.pass(10_000);

        assertThat(client.seen).hasSize(events);
        assertThat(client.log().spoken().get(0).sentMs()).isLessThan(2000);
    }

    private void interruptAnAnswer() {
        client.say(Sounds.sentence());
        client.await("response.output_audio.delta");
        client.pass(300);
        client.say(Sounds.tone(600));
        client.await("response.done");
    }

    private void setTurnDetection(String part) {
        client.send("{\"type\":\"session.update\",\"session\":{\"type\":\"realtime\",\"audio\":{\"input\":"
                + "{\"turn_detection\":{\"type\":\"server_vad\"," + part + "}}}}}");
        client.await("session.updated");
    }

    private void truncate(String item, int part, long endMs) {
        client.send("{\"type\":\"conversation.item.truncate\",\"event_id\":\"mine\",\"item_id\":\"" + item
                + "\",\"content_index\":" + part + ",\"audio_end_ms\":" + endMs + "}");
        client.pass(10);
    }
}
