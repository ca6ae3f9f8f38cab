package dev.sidetone.simulator.score;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.sound.TwoChannels;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of two voices that begin and end at known samples, judged by their sound alone. */
class RecordingScoreTest {
    private static final int SAMPLES_PER_MS = 8;
    private static final int CALL_MS = 20_000;

    private final short[] caller = new short[CALL_MS * SAMPLES_PER_MS];
    private final short[] agent = new short[CALL_MS * SAMPLES_PER_MS];

    @ParameterizedTest
    @ValueSource(ints = {210, 505, 700, 1490})
    void theTimeToFirstAudioIsTheGapBetweenTheVoices(int ttfaMs) throws Exception {
        greets();
        for (int turn = 0; turn < 3; turn++) {
            int askedMs = 3_000 + turn * 5_000;
            speak(caller, askedMs, askedMs + 1_203);
            speak(agent, askedMs + 1_203 + ttfaMs, askedMs + 1_203 + ttfaMs + 1_500);
        }

        CallResult result = scored(CallerChannel.AUTO);

        assertThat(result.turns()).hasSize(3).allSatisfy(turn -> {
            double heardAtMs = Math.floor((turn.callerStartAtMs() + 1_203 + ttfaMs) / 10) * 10;
            assertThat(turn.callerEndAtMs()).isCloseTo(turn.callerStartAtMs() + 1_203, within(2.5));
            assertThat(turn.firstAudibleAtMs())
                    .as("the 10 ms in which it begins")
                    .isEqualTo(heardAtMs);
            assertThat(turn.ttfaMs()).isCloseTo(ttfaMs, within(10.0));
            assertThat(turn.judged()).isTrue();
            assertThat(turn.firstMediaAtMs()).isNull();
            assertThat(turn.parts().agentMs()).isNull();
        });
        assertThat(result.greeting().firstAudibleAtMs()).isCloseTo(500, within(10.0));
        assertThat(result.greeting().firstMediaAtMs()).isNull();
        assertThat(result.findings()).allMatch(found -> found.code().equals("late-answer"));
        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
    }

    @Test
    void whatARecordingDoesNotShowIsNullAndTimesCountFromItsFirstSample() {
        greets();
        speak(caller, 3_000, 4_000);
        speak(agent, 4_600, 6_000);

        CallResult result = scored(CallerChannel.LEFT);

        assertThat(ResultJson.write(result))
                .contains("\"measured\":\"recording\"", "\"clock\":\"recording\"", "\"callSid\":null")
                .contains("\"marks\":null", "\"clears\":null", "\"playout\":null", "\"line\":null")
                .contains("\"source\":{\"file\":\"call.wav\",\"caller\":\"left\",\"oneVoice\":false}");
        assertThat(result.call().durationMs()).isEqualTo(CALL_MS);
        assertThat(result.turns().get(0).callerStartAtMs()).isCloseTo(3_000, within(10.0));
    }

    @Test
    void aBargeInHasATimeToSilenceAndNoTellingWhetherTheAnswerHadEnded() {
        greets();
        speak(caller, 3_000, 4_000);
        speak(agent, 4_700, 8_400);
        speak(caller, 8_000, 9_500);
        speak(agent, 10_100, 11_000);

        CallResult result = scored(CallerChannel.AUTO);

        assertThat(result.bargeIns()).singleElement().satisfies(bargeIn -> {
            assertThat(bargeIn.onsetAtMs()).isCloseTo(8_000, within(10.0));
            assertThat(bargeIn.silenceMs()).isCloseTo(400, within(10.0));
            assertThat(bargeIn.clearMs()).isNull();
            assertThat(bargeIn.yielded()).isNull();
        });
        assertThat(result.turns()).extracting(Turn::turn).containsExactly(1, 2);
    }

    @Test
    void anAgentThatTalksOnForTwoSecondsDidNotYield() {
        greets();
        speak(agent, 4_700, 12_000);
        speak(caller, 8_000, 9_500);

        assertThat(scored(CallerChannel.LEFT).bargeIns())
                .extracting(BargeIn::yielded)
                .containsExactly(false);
    }

    @Test
    void anAgentThatBeginsEarlyOrRunsOnHasNoTimeToFirstAudio() {
        speak(caller, 1_000, 4_000);
        speak(agent, 3_000, 5_000);
        speak(caller, 8_000, 9_000);
        speak(agent, 9_600, 11_000);
        speak(caller, 10_500, 10_800);

        CallResult result = scored(CallerChannel.LEFT);

        assertThat(result.turns()).extracting(Turn::early).containsExactly(true, false, false);
        assertThat(result.turns()).extracting(Turn::overlapped).containsExactly(false, false, true);
        assertThat(result.turns().get(1).ttfaMs()).isCloseTo(600, within(10.0));
    }

    @Test
    void anAgentThatIsNeverHeardIsNamed() {
        speak(caller, 1_000, 2_000);

        assertThat(scored(CallerChannel.LEFT).findings())
                .extracting(ReportedFinding::code)
                .containsExactly("silent-agent");
    }

    @Test
    void aCallerWhoIsNeverHeardIsNamed() {
        greets();
        speak(agent, 6_000, 8_000);

        assertThat(scored(CallerChannel.LEFT).findings())
                .extracting(ReportedFinding::code)
                .contains("silent-caller");
    }

    @Test
    void channelsThatAreSwappedAreFoundByTheGreetingAndByWhoYields() {
        greets();
        speak(caller, 3_000, 4_000);
        speak(agent, 4_700, 8_400);
        speak(caller, 8_000, 9_500);
        speak(agent, 10_100, 11_000);
        CallResult straight = scored(CallerChannel.AUTO);

        CallResult swapped = RecordingScore.of("call.wav", new TwoChannels(agent, caller), CallerChannel.AUTO);

        assertThat(swapped.turns()).isEqualTo(straight.turns());
        assertThat(requireNonNull(swapped.source()).caller()).isEqualTo("right");
        assertThat(swapped.findings()).extracting(ReportedFinding::code).containsExactly("channels-swapped");
        assertThat(RecordingScore.of("call.wav", new TwoChannels(agent, caller), CallerChannel.RIGHT)
                        .findings())
                .as("whoever says which it is needs no finding")
                .isEmpty();
    }

    @Test
    void aSynthesisedVoiceIsTakenForTheAgentBesideAMicrophone() {
        Random noise = new Random(7);
        for (int i = 0; i < caller.length; i++) {
            caller[i] = (short) (noise.nextGaussian() * 12);
        }
        greets();
        speak(caller, 2_000, 3_000);
        speak(agent, 3_600, 5_000);
        speak(caller, 6_000, 7_000);
        speak(agent, 7_600, 9_000);

        CallResult swapped = RecordingScore.of("call.wav", new TwoChannels(agent, caller), CallerChannel.AUTO);

        assertThat(requireNonNull(swapped.source()).caller()).isEqualTo("right");
        assertThat(swapped.turns()).hasSize(2);
    }

    @Test
    void noTurnOfARecordingWithOneVoiceOnBothChannelsIsJudged() {
        speak(caller, 1_000, 2_000);
        speak(caller, 3_000, 4_000);

        CallResult result = RecordingScore.of("call.wav", new TwoChannels(caller, caller), CallerChannel.AUTO);

        assertThat(result.turns()).isNotEmpty().noneMatch(Turn::judged);
        assertThat(requireNonNull(result.source()).oneVoice()).isTrue();
        assertThat(result.findings()).extracting(ReportedFinding::code).contains("channels-mixed");
    }

    private void greets() {
        speak(agent, 500, 1_800);
    }

    private CallResult scored(CallerChannel channel) {
        return RecordingScore.of("call.wav", new TwoChannels(caller, agent), channel);
    }

    /** A voice of its own pitch, 20 dB over what is audible, from the first millisecond to the last, that one not included. */
    private void speak(short[] channel, int fromMs, int toMs) {
        double hertz = channel == caller ? 180 : 240;
        for (int i = fromMs * SAMPLES_PER_MS; i < toMs * SAMPLES_PER_MS; i++) {
            double harmonics = 0;
            for (int k = 1; k <= 6; k++) {
                harmonics += Math.sin(2 * Math.PI * hertz * k * i / 8_000 + k) / k;
            }
            channel[i] += (short) (3_000 * harmonics);
        }
    }
}
