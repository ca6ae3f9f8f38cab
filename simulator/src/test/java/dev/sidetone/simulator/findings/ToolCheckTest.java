package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.CheckedCall.codes;
import static dev.sidetone.simulator.findings.CheckedCall.placed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import org.junit.jupiter.api.Test;

class ToolCheckTest {
    private final FakeCall call = placed().at(100).agentSends(500);

    @Test
    void aToolThatAnswersIsAsItShouldBe() {
        call.at(2_000).toolCalled("call_1", "book_table");
        call.at(2_300).toolAnswered("call_1", "book_table", "{\"table\":7}", false);
        assertThat(codes(call.hangsUpAt(30_000))).isEmpty();
    }

    @Test
    void aToolThatAnswersWithinTheSameInstantIsAsItShouldBe() {
        call.at(2_000).toolCalled("call_1", "random_number").toolAnswered("call_1", "random_number", "{}", false);
        assertThat(codes(call.hangsUpAt(30_000))).isEmpty();
    }

    @Test
    void aRefusedOrderIsNamedWithWhatWouldAllowIt() {
        Finding refused = AgentFindings.orderRefused(
                "transfer_to_human",
                "was not offered to the agent",
                "Write { builtin: transfer_to_human } under tools:.");
        assertThat(refused.code()).isEqualTo("undeclared-order");
        assertThat(refused.what()).isEqualTo("The agent was refused: transfer_to_human was not offered to the agent.");
    }

    @Test
    void anAgentThatWaitsForTenSecondsIsToldWhileItWaits() {
        call.at(2_000).toolCalled("call_1", "book_table");
        call.at(14_000).toolAnswered("call_1", "book_table", "{}", false);
        CallResult result = call.hangsUpAt(30_000);

        assertThat(result.findings()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("tool-without-result");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.atMs()).isEqualTo(12_000);
            assertThat(found.what()).contains("book_table").contains("10 s");
        });
    }

    @Test
    void aToolThatNeverAnswersIsAnErrorAtTheEndOfTheCall() {
        call.at(2_000).toolCalled("call_1", "book_table");
        CallResult result = call.hangsUpAt(30_000);

        assertThat(result.findings())
                .extracting(found -> found.severity().word() + " " + found.code())
                .containsExactly("warning tool-without-result", "error tool-without-result");
        assertThat(result.findings().get(1).what()).contains("book_table").contains("28 s");
    }

    @Test
    void aCallerWhoHangsUpMeanwhileHasNotWaitedLong() {
        call.at(2_000).toolCalled("call_1", "book_table");
        assertThat(codes(call.hangsUpAt(6_000))).isEmpty();
    }

    @Test
    void aToolThatFailedIsToldWithWhatItGaveInstead() {
        call.at(2_000).toolCalled("call_1", "book_table");
        call.at(2_500).toolAnswered("call_1", "book_table", "{\"error\":\"HTTP status 500\"}", true);
        CallResult result = call.hangsUpAt(30_000);

        assertThat(result.findings()).singleElement().satisfies(found -> {
            assertThat(found.code()).isEqualTo("tool-without-result");
            assertThat(found.severity()).isEqualTo(Severity.WARNING);
            assertThat(found.atMs()).isEqualTo(2_500);
            assertThat(found.what()).contains("book_table").contains("HTTP status 500");
        });
    }

    @Test
    void eachOfTwoToolsAtOnceIsWatchedByItsOwnId() {
        call.at(2_000).toolCalled("call_1", "book_table").toolCalled("call_2", "book_table");
        call.at(2_500).toolAnswered("call_2", "book_table", "{}", false);
        assertThat(call.hangsUpAt(13_000).findings())
                .extracting(found -> found.severity().word() + " " + found.atMs())
                .containsExactly("warning 12000.0", "error 13000.0");
    }

    @Test
    void anOrderThatExpectsNoResultIsNoToolThatOwesOne() {
        call.at(2_000).toolCalled("", "transfer_to_human");
        assertThat(codes(call.hangsUpAt(30_000))).isEmpty();
    }

    @Test
    void theAgentsEndOfTheCallOwesNothingWhenTheCallEnds() {
        call.at(2_000).toolCalled("call_1", "end_call").toolAnswered("call_1", "end_call", "{}", false);
        assertThat(codes(call.hangsUpAt(3_000))).isEmpty();
    }
}
