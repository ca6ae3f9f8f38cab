package dev.sidetone.simulator.agent;

import static dev.sidetone.simulator.agent.PhoneClient.HOP_NS;
import static dev.sidetone.simulator.agent.PhoneClient.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.agent.PhoneClient.Seen;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTimingTest {
    private static final AgentScript PRACTICE = AgentScript.practice();

    @ParameterizedTest
    @CsvSource({"200, 10", "500, 5", "550, 150", "1340, 150", "700, 0", "60, 150"})
    void theFirstAudioIsDueToTheMillisecond(int endpointingMs, int thinkMs) {
        AgentScript script = PRACTICE.withEndpointingMs(endpointingMs).withThinkMs(thinkMs);
        PhoneClient client = PhoneClient.inCall(script);
        client.say(Sounds.tone(800));
        Seen delta = client.await("response.output_audio.delta");

        AgentLog.Turn turn = client.log().turns().get(0);
        long receivedNs = client.lastVoicedSentNs + HOP_NS;
        assertThat(turn.lastVoicedAtNs()).isEqualTo(receivedNs);
        assertThat(turn.stoppedAtNs()).isEqualTo(receivedNs + endpointingMs * MS);
        assertThat(turn.firstDeltaAtNs()).isEqualTo(receivedNs + (endpointingMs + thinkMs) * MS);
        assertThat(client.only("input_audio_buffer.speech_stopped").atNs()).isEqualTo(turn.stoppedAtNs() + HOP_NS);
        assertThat(delta.atNs()).isEqualTo(receivedNs + (endpointingMs + thinkMs) * MS + HOP_NS);
        assertThat(turn.responseId()).isEqualTo(delta.text("/response_id"));
    }

    @ParameterizedTest
    @CsvSource({"800, 160", "790, 80", "810, 80"})
    void theLogKnowsWhereInTheLastFrameTheVoiceEnds(int toneMs, int voicedSamples) {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.tone(toneMs));
        client.await("response.created");

        assertThat(client.log().turns().get(0).voicedSamples()).isEqualTo(voicedSamples);
    }

    @Test
    void whereSpeechBeginsAndEndsIsToldInTheTimeOfTheAudio() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.pass(480);
        client.say(Sounds.tone(800));
        client.await("input_audio_buffer.speech_stopped");

        long startMs = client.only("input_audio_buffer.speech_started")
                .json()
                .path("audio_start_ms")
                .asLong();
        long endMs = client.only("input_audio_buffer.speech_stopped")
                .json()
                .path("audio_end_ms")
                .asLong();
        assertThat(endMs - startMs).isEqualTo(300 + 800 + 500);
        assertThat(startMs).isEqualTo(1000 - 300);
    }

    @Test
    void aPauseInsideASentenceDoesNotEndTheTurn() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.tone(400), Sounds.silence(300), Sounds.tone(400));
        client.await("response.created");

        assertThat(client.all("input_audio_buffer.speech_started")).hasSize(1);
        assertThat(client.log().turns()).hasSize(1);
        assertThat(client.log().turns().get(0).lastVoicedAtNs()).isEqualTo(client.lastVoicedSentNs + HOP_NS);
    }

    @Test
    void quietNoiseIsNotSpeech() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.noise(3000, -50));
        client.pass(5000);

        assertThat(client.seen).isEmpty();
    }

    @Test
    void loudNoiseIsSpeech() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.noise(500, -30));

        assertThat(client.await("input_audio_buffer.speech_started").type()).isNotEmpty();
    }

    @Test
    void onANoisyLineTheEndOfATurnIsHeardAllTheSame() {
        PhoneClient client = new PhoneClient(PRACTICE);
        client.dial();
        client.send(PhoneClient.MULAW_SESSION);
        client.pass(100);
        client.say(Sounds.noise(3000, -38), Sounds.tone(1000), Sounds.noise(8000, -38));
        client.startLine();
        client.pass(2900);
        assertThat(client.types()).doesNotContain("input_audio_buffer.speech_started");

        client.await("response.created");
        assertThat(client.log().onsets()).hasSize(1);
        assertThat(client.log().turns()).hasSize(1);
    }

    @Test
    void aClickIsNotSpeechAndSixtyMillisecondsAre() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.tone(40));
        client.pass(1000);
        assertThat(client.seen).isEmpty();

        client.say(Sounds.tone(60));
        client.await("input_audio_buffer.speech_started");

        AgentLog.Onset onset = client.log().onsets().get(0);
        assertThat(onset.startedAtNs() - onset.onsetAtNs()).isEqualTo(40 * MS);
        assertThat(onset.cutResponseId()).isNull();
    }

    @Test
    void aLineThatStallsIsNotACallerWhoIsSilent() {
        PhoneClient client = PhoneClient.inCall(PRACTICE);
        client.say(Sounds.tone(1000));
        client.pass(500);
        client.stall(true);
        client.pass(2000);
        assertThat(client.types()).containsExactly("input_audio_buffer.speech_started");

        client.stall(false);
        client.await("response.created");

        assertThat(client.log().turns()).hasSize(1);
        assertThat(client.log().turns().get(0).lastVoicedAtNs()).isEqualTo(client.lastVoicedSentNs + HOP_NS);
    }

    @ParameterizedTest
    @CsvSource({"1", "5", "20"})
    void anAnswerIsSentAsManyTimesFasterThanItIsSpoken(double burst) {
        PhoneClient client = PhoneClient.inCall(PRACTICE.withBurst(burst));
        client.say(Sounds.sentence());
        client.await("response.done");

        List<Seen> deltas = client.all("response.output_audio.delta");
        double soundMs = 0;
        for (Seen delta : deltas) {
            assertThat((delta.atNs() - deltas.get(0).atNs()) / 1e6).isCloseTo(soundMs / burst, within(0.001));
            soundMs += Base64.getDecoder().decode(delta.text("/delta")).length / 8.0;
        }
        assertThat(deltas).hasSizeGreaterThan(6);
        assertThat(deltas.stream().map(delta -> delta.text("/delta").length()).distinct())
                .hasSizeGreaterThan(4);
        assertThat(client.audio()).isEqualTo(spoken("Yes, we are open today from nine until six."));
    }

    private static byte[] spoken(String text) {
        SpeechSynthesizer kevin = SpeechSynthesizer.loaded();
        return kevin.say(text).mulaw();
    }
}
