package dev.sidetone.junit;

import static dev.sidetone.junit.HandMadeCall.ANSWERED;
import static dev.sidetone.junit.HandMadeCall.LATE;
import static dev.sidetone.junit.HandMadeCall.bargeIn;
import static dev.sidetone.junit.HandMadeCall.call;
import static dev.sidetone.junit.HandMadeCall.error;
import static dev.sidetone.junit.HandMadeCall.info;
import static dev.sidetone.junit.HandMadeCall.json;
import static dev.sidetone.junit.HandMadeCall.read;
import static dev.sidetone.junit.HandMadeCall.turn;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.timeline.EndedBy;
import java.io.IOException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What is expected of a call, judged on results and facts made by hand; and how each message reads. */
class FinishedCallTest {
    @Test
    void expectationsThatHoldReturnTheCall() throws IOException {
        FinishedCall call = call(ANSWERED, bargeIn("64.0", "81.5", "true"), "");

        assertThat(call.expectGreetingWithin(ofMillis(200))
                        .expectTtfaWithin(ofMillis(800))
                        .expectTtfaWithin(1, ofMillis(706))
                        .expectMedianTtfaWithin(ofMillis(706))
                        .expectYield()
                        .expectYieldWithin(ofMillis(82))
                        .expectClearWithin(ofMillis(64))
                        .expectKeys("5")
                        .expectTransferTo("+15550199")
                        .expectEndedBy(EndedBy.CALLER)
                        .expectNoErrors()
                        .expectNoFindings()
                        .expectNoFinding("31951"))
                .isSameAs(call);
    }

    @Test
    void aLateAnswerIsNamedAmongTheOthers() throws IOException {
        FinishedCall call = call(ANSWERED + "," + LATE, "", "");

        failure(() -> call.expectTtfaWithin(ofMillis(1115)))
                .hasMessage(
                        """
                Turn 2 was answered after 1320.0 ms, from the end of the caller's speech to the agent at the caller's ear; at most 1115 ms were expected.
                  turn 1  caller 00:03.0 – 00:04.2  answered after 705.2 ms
                  turn 2  caller 00:08.0 – 00:09.0  answered after 1320.0 ms
                Recording: /calls/one""");
        call.expectTtfaWithin(1, ofMillis(1115));
    }

    @Test
    void theStackTraceBeginsInTheTestHoweverManyTurnsWereLookedAt() throws IOException {
        FinishedCall call = call(ANSWERED + "," + LATE, "", "");

        failure(() -> call.expectTtfaWithin(ofMillis(1115)))
                .satisfies(late ->
                        assertThat(late.getStackTrace()[0].getClassName()).isEqualTo(FinishedCallTest.class.getName()));
    }

    @Test
    void theMedianIsOfAllTurns() throws IOException {
        FinishedCall call = call(ANSWERED + "," + LATE + "," + turn(3, 12000, 13000, "1400.0", true), "", "");

        failure(() -> call.expectMedianTtfaWithin(ofMillis(1115)))
                .hasMessageStartingWith(
                        "The median time to first audio was 1320 ms (n=3); at most 1115 ms were expected.\n  turn 1");
        call.expectMedianTtfaWithin(ofMillis(1320));
    }

    @Test
    void whatWasNotAnsweredIsNoTimeOfZero() throws IOException {
        FinishedCall call = call(turn(1, 3000, 4200, "null", true) + "," + LATE, "", error());

        failure(() -> call.expectTtfaWithin(ofMillis(1115)))
                .hasMessage(
                        """
                Turn 1 was not answered: the caller had finished at 00:04.2, and in the next 3.8 s nothing was heard. An answer was expected within 1115 ms.
                  turn 1  caller 00:03.0 – 00:04.2  not answered
                  turn 2  caller 00:08.0 – 00:09.0  answered after 1320.0 ms
                  error 31951 at 00:05.0: The payload is no base64. Encode it.
                Recording: /calls/one""");
        failure(() -> call(turn(1, 3000, 4200, "null", true), "", "").expectTtfaWithin(1, ofMillis(1115)))
                .hasMessageStartingWith(
                        "Turn 1 was not answered: the caller had finished at 00:04.2, and in the next 9.8 s nothing");
    }

    @Test
    void anEarlyAnswerAndOneThatGoesOnHaveNoTime() throws IOException {
        String early = ANSWERED.replace("705.2", "null").replace("\"early\":false", "\"early\":true");
        String overlapped = ANSWERED.replace("705.2", "null").replace("\"overlapped\":false", "\"overlapped\":true");

        failure(() -> call(early, "", "").expectTtfaWithin(ofMillis(1115)))
                .hasMessageStartingWith(
                        "Turn 1 has no time to first audio: the agent began before the caller had finished.");
        failure(() -> call(overlapped, "", "").expectTtfaWithin(ofMillis(1115)))
                .hasMessageStartingWith(
                        "Turn 1 has no time to first audio: the answer before it went on while the caller spoke.");
    }

    @Test
    void turnsThatWereNotJudgedCountForNothing() throws IOException {
        String unjudged = turn(2, 8000, 9000, "1320.0", false);

        call(ANSWERED + "," + unjudged, "", "").expectTtfaWithin(ofMillis(800)).expectMedianTtfaWithin(ofMillis(800));
        FinishedCall none = call(unjudged, "", "");
        for (ThrowingCallable expectation : new ThrowingCallable[] {
            () -> none.expectTtfaWithin(ofMillis(1400)),
            () -> none.expectTtfaWithin(2, ofMillis(1400)),
            () -> none.expectMedianTtfaWithin(ofMillis(1400))
        }) {
            assertThatThrownBy(expectation)
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining(
                            "cannot be judged: this machine was too busy to measure it. Run less beside the test, or let"
                                    + " the call be made anew with attempts(3).\n  turn 2  caller 00:08.0 – 00:09.0  answered after 1320.0 ms"
                                    + " (not judged: this machine was too busy)");
        }
    }

    @Test
    void withoutATurnNothingIsInTime() throws IOException {
        FinishedCall call = call("", "", "");

        for (ThrowingCallable expectation : new ThrowingCallable[] {
            () -> call.expectTtfaWithin(ofMillis(1400)), () -> call.expectMedianTtfaWithin(ofMillis(1400))
        }) {
            failure(expectation)
                    .hasMessage("The caller did not speak: there is no turn to be answered.\nRecording: /calls/one");
        }
        failure(() -> call.expectTtfaWithin(2, ofMillis(1400)))
                .hasMessageStartingWith("There is no turn 2: the caller spoke in 0 turns.");
    }

    @Test
    void theGreetingHasItsOwnTime() throws IOException {
        failure(() -> call(ANSWERED, "", "").expectGreetingWithin(ofMillis(100)))
                .hasMessageStartingWith(
                        "The greeting was first heard 101.0 ms after the stream's beginning; at most 100 ms were");
        failure(() -> read(json(ANSWERED, "", "").replace("101.0", "null")).expectGreetingWithin(ofMillis(100)))
                .hasMessageStartingWith(
                        "No greeting was heard; one was expected within 100 ms of the stream's beginning.");
    }

    @Test
    void anAgentThatTalksOnHasNotYielded() throws IOException {
        FinishedCall call = call(ANSWERED, bargeIn("null", "null", "false"), "");

        failure(call::expectYield)
                .hasMessage(
                        """
                The agent did not give way to the caller; silence was expected within 2000 ms of the onset of the caller's speech.
                  interrupted at 00:06.0: no clear, the agent talked on
                Recording: /calls/one""");
        failure(() -> call.expectClearWithin(ofMillis(300)))
                .hasMessageStartingWith("The server sent no clear; one was expected within 300 ms of the onset");
        call.expectNoYield();
    }

    @Test
    void anAgentThatIsSlowToYieldIsNamedWithItsTimes() throws IOException {
        FinishedCall call = call(ANSWERED, bargeIn("310.5", "400.0", "true"), "");

        failure(() -> call.expectYieldWithin(ofMillis(350)))
                .hasMessageStartingWith(
                        """
                The agent fell silent 400.0 ms after the onset of the caller's speech; at most 350 ms were expected.
                  interrupted at 00:06.0: clear after 310.5 ms, silent after 400.0 ms""");
        failure(() -> call.expectClearWithin(ofMillis(300)))
                .hasMessageStartingWith(
                        "The server sent clear 310.5 ms after the onset of the caller's speech; at most 300 ms");
        failure(call::expectNoYield)
                .hasMessageStartingWith("The agent stopped for what the caller said; it was expected to talk on.");
    }

    @Test
    void whatCannotBeToldIsNotTakenForEither() throws IOException {
        FinishedCall call = call(ANSWERED, bargeIn("null", "400.0", "null"), "");

        failure(call::expectYield)
                .hasMessageStartingWith(
                        """
                Nobody can tell whether the agent gave way to the caller: it was interrupted too near the end of its answer. Interrupt earlier, or a longer answer.
                  interrupted at 00:06.0: no clear, silent after 400.0 ms, too near the end of the answer to tell whether it gave way""");
        failure(call::expectNoYield).hasMessageStartingWith("Nobody can tell whether the agent talked on:");
        for (ThrowingCallable expectation : new ThrowingCallable[] {
            () -> call(ANSWERED, "", "").expectYield(),
            () -> call(ANSWERED, "", "").expectNoYield(),
            () -> call(ANSWERED, "", "").expectClearWithin(ofMillis(300))
        }) {
            failure(expectation)
                    .hasMessageStartingWith(
                            "There was no barge-in: the caller said nothing while the agent was heard.");
        }
    }

    @Test
    void findingsAreListedWithTheirCures() throws IOException {
        FinishedCall call = call(ANSWERED, "", error() + "," + info());

        failure(call::expectNoErrors)
                .hasMessage(
                        """
                The call has errors; none was expected.
                  error 31951 at 00:05.0: The payload is no base64. Encode it.
                Recording: /calls/one""");
        failure(() -> call.expectNoFinding("31951"))
                .hasMessageStartingWith("The call has the finding 31951; it was expected not to.\n  error 31951");
        failure(() -> call.expectFinding("silent-agent"))
                .hasMessageStartingWith("There is no finding silent-agent. The call has:\n  error 31951")
                .hasMessageContaining("\n  info session-renewed: A new session. Nothing to do.");
        call.expectFinding("31951").expectFinding("session-renewed");
        call(ANSWERED, "", info()).expectNoFindings();
    }

    @Test
    void aFindingThatIsMisspeltIsAMistakeOfTheTest() throws IOException {
        FinishedCall call = call(ANSWERED, "", "");

        assertThatThrownBy(() -> call.expectNoFinding("silent-agnt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no finding 'silent-agnt': is silent-agent meant?");
        assertThatThrownBy(() -> call.expectFinding("1"))
                .hasMessage("there is no finding '1'; they are listed in docs/findings.md");
    }

    @Test
    void keysTransferAndEndAreNamedAsTheyWere() throws IOException {
        FinishedCall call = call(ANSWERED, "", "");

        failure(() -> call.expectKeys("12"))
                .hasMessage("The caller pressed 5; 12 was expected.\n  00:11.0  5\nRecording: /calls/one");
        failure(() -> call.expectTransferTo("+1777"))
                .hasMessageStartingWith(
                        "The caller was put through to +15550199; +1777 was expected.\n  00:12.0  put through to");
        failure(() -> call.expectEndedBy(EndedBy.SERVER))
                .hasMessageStartingWith("The call was ended by the caller; server was expected.\n  turn 1");
    }

    private static AbstractThrowableAssert<?, ?> failure(ThrowingCallable expectation) {
        return assertThatThrownBy(expectation).isInstanceOf(AssertionFailedError.class);
    }
}
