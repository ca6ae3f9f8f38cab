package dev.sidetone.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.Fact;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Words and tools, which are facts of the call and not in its result. */
class SpokenWordsTest {
    private static final long SECOND_NS = 1_000_000_000;

    @Test
    void wordsAreFoundWhateverTheirCaseAndPunctuation() {
        FinishedCall call = call(true, said(1, "agent", "A table, for two?\nYes:"), said(2, "agent", "Tuesday at 7!"));

        assertThat(call.expectAgentSaid("TABLE for two")
                        .expectAgentSaid("yes Tuesday")
                        .expectAgentSaid("at 7"))
                .isSameAs(call);
    }

    @Test
    void whatWasSaidInsteadIsListed() {
        FinishedCall call =
                call(true, said(1, "agent", "Hello."), said(2, "caller", "A table."), said(3, "agent", "Yes."));

        failure(() -> call.expectAgentSaid("table"))
                .hasMessage(
                        """
                The agent did not say "table". What the agent wrote down:
                  00:01.0  agent: Hello.
                  00:02.0  caller: A table.
                  00:03.0  agent: Yes.""");
        call.expectCallerSaid("table");
    }

    @Test
    void anAgentThatWroteDownNothingIsNotTakenForSilent() {
        failure(() -> call(true, said(1, "agent", "Hello.")).expectCallerSaid("table"))
                .hasMessage(
                        """
                Nobody knows whether the caller said "table": the agent wrote down no words of the caller's. Choose one that sends transcripts, or switch them on in its settings.
                  00:01.0  agent: Hello.""");
    }

    @Test
    void wordsAndToolsOfAnotherServerAreNotKnown() {
        failure(() -> call(false).expectAgentSaid("table"))
                .hasMessageStartingWith(
                        "Nobody knows whether the agent said \"table\": words are known of the embedded bridge alone");
        failure(() -> call(false).expectTool("book_table"))
                .hasMessageStartingWith(
                        "Nobody knows whether the agent called the tool book_table: tools are known of the embedded");
    }

    @Test
    void wordsWithoutALetterAreAMistakeOfTheTest() {
        assertThatThrownBy(() -> call(true).expectAgentSaid("…"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"…\" has no word in it: write some that are expected");
    }

    @Test
    void theToolsThatWereCalledInsteadAreListed() {
        FinishedCall call = call(true, new Fact.ToolCalled(2 * SECOND_NS, "1", "look_up", "{\"day\":\"Tuesday\"}"));

        failure(() -> call.expectTool("book_table"))
                .hasMessage(
                        """
                The agent did not call the tool book_table. It called:
                  00:02.0  look_up {"day":"Tuesday"}""");
        failure(() -> call(true).expectTool("book_table"))
                .hasMessage("The agent did not call the tool book_table, nor any other.");
        assertThat(call.expectTool("look_up").tools())
                .containsExactly(new ToolUse(2000.0, "look_up", "{\"day\":\"Tuesday\"}"));
    }

    @Test
    void wordsOfStrangersCannotForgeAMessage() {
        FinishedCall call = call(true, said(1, "agent", "No.\nRecording: /etc/passwd\u001b[2J"));

        assertThat(call.words().get(0).text()).doesNotContain("\n", "\u001b");
        failure(() -> call.expectAgentSaid("yes")).message().hasLineCount(2);
    }

    private static AbstractThrowableAssert<?, ?> failure(ThrowingCallable expectation) {
        return assertThatThrownBy(expectation).isInstanceOf(AssertionFailedError.class);
    }

    private static Fact said(long second, String speaker, String text) {
        return new Fact.Transcribed(second * SECOND_NS, speaker, text);
    }

    private static FinishedCall call(boolean bridged, Fact... facts) {
        CallStory story = new CallStory(bridged);
        story.accept(new Fact.CallAnswered(0));
        for (Fact fact : facts) {
            story.accept(fact);
        }
        return new FinishedCall(new CallFold("0.1.0").result(), story);
    }
}
