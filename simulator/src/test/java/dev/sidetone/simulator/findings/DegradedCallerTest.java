package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is injected into the caller's sound is not blamed on the server. */
class DegradedCallerTest {
    @ParameterizedTest
    @ValueSource(strings = {"mute=5s", "gap=5s", "stall=5s"})
    void anInterruptionThatNeverReachedTheServerNeedsNoClear(String fault) {
        CallResult call = speaksOver(CheckedCall.placed().at(3_500).faultHolds(fault, 5_000));

        assertThat(CheckedCall.codes(call)).doesNotContain("no-clear-on-barge-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute", "gap=20s", "stall=20s"})
    void aQuestionThatNeverReachedTheServerNeedsNoAnswer(String fault) {
        CallResult call = asksInVain(CheckedCall.placed().at(1_500).faultHolds(fault, 0));

        assertThat(CheckedCall.codes(call)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mute=2s", "gap=2s", "stall=2s"})
    void ofTwoQuestionsTheOneThatReachedTheServerNeedsAnAnswer(String fault) {
        CallResult call = asksInVain(CheckedCall.placed()
                .at(1_500)
                .faultHolds(fault, 2_000)
                .at(8_000)
                .callerSpeaks(1_000));

        assertThat(call.findings()).extracting(CallResult.ReportedFinding::code).containsExactly("silent-agent");
        assertThat(call.findings().get(0).what()).contains("1 turn was");
        assertThat(call.findings().get(0).severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noise=20dB", "street=15dB", "bad-mic", "band", "loss=3%", "echo=-30dB"})
    void whoeverDoesNotHearABadLineIsWarnedOfAndTheLineIsNamed(String fault) {
        CallResult unanswered = asksInVain(CheckedCall.placed().at(1).faultHolds(fault, 0));
        CallResult uncleared = speaksOver(CheckedCall.placed().at(1).faultHolds(fault, 0));

        for (CallResult call : new CallResult[] {unanswered, uncleared}) {
            assertThat(call.findings()).isNotEmpty().allSatisfy(finding -> {
                assertThat(finding.severity()).isNotEqualTo(Severity.ERROR);
                assertThat(finding.what()).endsWith("Injected into the caller's sound: " + fault + ".");
            });
        }
    }

    /** Greeted, and answered by nobody. */
    private static CallResult asksInVain(FakeCall call) {
        return call.at(110).agentSends(500).at(2_000).callerSpeaks(1_000).hangsUpAt(14_000);
    }

    /** Over an answer of eight seconds, which is not cut. */
    private static CallResult speaksOver(FakeCall call) {
        return call.at(110)
                .agentSends(500)
                .at(1_000)
                .callerSpeaks(1_000)
                .at(2_500)
                .agentSends(4_000)
                .agentSends(4_000)
                .at(4_000)
                .callerSpeaks(1_500)
                .hangsUpAt(12_000);
    }
}
