package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import org.junit.jupiter.api.Test;

class BargeInChecksTest {
    @Test
    void aServerThatSendsNoClearIsToldForHowLongTheCallerHeardStaleSpeech() {
        CallResult call = answeredAtLength().at(4_000).callerSpeaks(1_200).hangsUpAt(9_000);
        assertThat(codes(call)).containsExactly("no-clear-on-barge-in");
        assertThat(call.findings().get(0).what()).contains("more than 2000 ms");
    }

    @Test
    void aClearInTimeIsAsItShouldBe() {
        CallResult call = answeredAtLength()
                .at(4_000)
                .callerSpeaks(1_200)
                .at(4_150)
                .serverClears()
                .at(5_900)
                .agentSends(1_000)
                .hangsUpAt(9_000);
        assertThat(codes(call)).isEmpty();
    }

    @Test
    void anAgentMayTalkOnWhenTheCallerOnlyAgrees() {
        CallResult call = answeredAtLength().at(4_000).callerSpeaks(400).hangsUpAt(12_000);
        assertThat(codes(call)).doesNotContain("no-clear-on-barge-in");
    }

    @Test
    void theOldAnswerAfterItsClearIsNamedWithItsMessage() {
        CallResult call = answeredAtLength()
                .at(4_000)
                .callerSpeaks(1_500)
                .at(4_100)
                .serverClears()
                .at(4_200)
                .agentSends(200)
                .at(6_200)
                .agentSends(1_000)
                .hangsUpAt(9_000);
        assertThat(codes(call)).containsExactly("audio-after-clear");
        assertThat(call.findings().get(0).frame()).isEqualTo(5);
    }

    @Test
    void theNextAnswerAfterAClearIsNoRemainderOfTheOldOne() {
        CallResult call = answeredAtLength()
                .at(4_000)
                .callerSpeaks(500)
                .at(4_100)
                .serverClears()
                .at(5_100)
                .agentSends(2_000)
                .hangsUpAt(9_000);
        assertThat(codes(call)).isEmpty();
    }

    /** The agent greets, the caller asks, and from 3 s on eight seconds of an answer are heard. */
    private static FakeCall answeredAtLength() {
        return placed().at(100)
                .agentSends(500)
                .at(1_000)
                .callerSpeaks(1_200)
                .at(3_000)
                .agentSends(4_000)
                .agentSends(4_000);
    }
}
