package dev.sidetone.simulator.scenario;

import static dev.sidetone.simulator.scenario.JudgedSteps.expect;
import static dev.sidetone.simulator.scenario.JudgedSteps.hearAgent;
import static dev.sidetone.simulator.scenario.JudgedSteps.hearSilence;
import static dev.sidetone.simulator.scenario.JudgedSteps.interrupt;
import static dev.sidetone.simulator.scenario.JudgedSteps.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sidetone.fixtures.ProbeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioJudgeTest {
    @ParameterizedTest
    @CsvSource({"1000, true", "500, false"})
    void theFirstHearingIsOfTheGreetingFromTheStreamsStart(long withinMs, boolean held) {
        JudgedSteps steps = new JudgedSteps().at(0, hearAgent(withinMs));
        steps.call(700).agentSends(500);
        assertThat(steps.hangsUpAt(3_000))
                .containsExactly(new Checked(1, "hear: agent", "the greeting was heard after 700 ms", 700.0, held));
    }

    @ParameterizedTest
    @CsvSource({"900, true", "600, false"})
    void anAnswerIsTimedFromTheCallersLastVoicedSample(long withinMs, boolean held) {
        JudgedSteps steps = asked(withinMs);
        steps.call(2_700).agentSends(500);
        assertThat(steps.hangsUpAt(6_000))
                .containsExactly(new Checked(2, "hear: agent", "heard after 700 ms", 2_700.0, held));
    }

    @Test
    void anAnswerThatTheMachineWasTooBusyToMeasureIsNotJudged() {
        JudgedSteps steps = asked(900L);
        steps.call(2_300).lineStalls(30);
        steps.call(2_700).agentSends(500);
        Checked checked = steps.hangsUpAt(6_000).get(0);
        assertThat(checked.held()).isNull();
        assertThat(checked.got()).contains("heard after 700 ms", "too busy");
    }

    @Test
    void anAgentThatSpeaksBeforeTheCallerHasFinishedIsNoAnswerInTime() {
        JudgedSteps steps = asked(900L);
        steps.call(1_700).agentSends(2_000);
        assertThat(got(steps)).containsExactly("false the agent began before the caller had finished");
    }

    @Test
    void anOldAnswerThatRunsOnIsNoAnswer() {
        JudgedSteps steps = asked(900L);
        steps.call(500).agentSends(3_000);
        assertThat(got(steps))
                .containsExactly("false the answer before was still heard: it ran on past the caller's end");
    }

    @Test
    void silenceInPlaceOfAnAnswerIsSaid() {
        JudgedSteps bounded = asked(900L);
        bounded.call(9_000).stepWaitsInVain(2);
        assertThat(got(bounded)).containsExactly("false nothing was heard in answer");

        JudgedSteps unbounded = asked(null);
        unbounded.call(9_000).stepWaitsInVain(2);
        assertThat(got(unbounded)).containsExactly("false nothing was heard for 10 s");
    }

    @Test
    void aSecondHearingIsTimedFromItsOwnBeginning() {
        JudgedSteps steps = asked(900L);
        steps.call(2_500).agentSends(500);
        steps.at(4_000, hearAgent(1_000L));
        steps.call(4_800).agentSends(500);
        assertThat(got(steps)).containsExactly("true heard after 500 ms", "true heard after 800 ms");
    }

    @ParameterizedTest
    @CsvSource({"2000, true", "1000, false"})
    void finishingIsTimedFromTheStepsBeginning(long withinMs, boolean held) {
        JudgedSteps steps = new JudgedSteps();
        steps.call(200).agentSends(2_000);
        steps.at(600, hearSilence(withinMs)).at(2_900, say());
        assertThat(steps.hangsUpAt(4_000))
                .containsExactly(new Checked(1, "hear: silence", "silent after 1600 ms", 2_200.0, held));
    }

    @Test
    void anInterruptionIsJudgedByWhatTheMetersMeasured() {
        List<Checked> checked = interrupted(true)
                .at(
                        5_000,
                        expect(
                                new Expectation.Clear("clear: 300ms", 300),
                                new Expectation.Clear("clear: 100ms", 100),
                                new Expectation.Silence("silence: 400ms", 400),
                                new Expectation.Silence("silence: 10ms", 10),
                                new Expectation.Yields("yields: true", true),
                                new Expectation.Yields("yields: false", false)))
                .hangsUpAt(8_000);
        assertThat(checked).extracting(Checked::held).containsExactly(true, false, true, false, true, false);
        assertThat(checked)
                .extracting(Checked::got)
                .startsWith("a clear came after 200 ms")
                .endsWith("the agent was silent after 200 ms");
    }

    @Test
    void anAgentThatTalksOnIsSaidToTalkOn() {
        JudgedSteps steps = interrupted(false)
                .at(
                        5_000,
                        expect(
                                new Expectation.Clear("clear: 300ms", 300),
                                new Expectation.Silence("silence: 400ms", 400),
                                new Expectation.Yields("yields: false", false)));
        assertThat(got(steps))
                .containsExactly("false no clear came", "false the agent talked on", "true the agent talked on");
    }

    @ParameterizedTest
    @CsvSource({"true, the agent stopped for it within a second", "false, the agent talked on"})
    void aProbeIsYieldedToOrNot(boolean cleared, String got) {
        JudgedSteps steps = asked(null);
        steps.call(2_500).agentSends(6_000);
        steps.at(4_000, say());
        steps.call(4_000).callerProbes(ProbeKind.BACKCHANNEL, 400);
        if (cleared) {
            steps.call(4_500).serverClears();
        }
        steps.at(
                6_000,
                expect(
                        new Expectation.Yields("yields: true", true),
                        new Expectation.Yields("yields: false", false),
                        new Expectation.Clear("clear: 300ms", 300)));
        assertThat(got(steps))
                .containsExactly(
                        cleared + " " + got,
                        !cleared + " " + got,
                        "false it was a probe, of which yields: is expected");
    }

    @Test
    void whatIsHeardAfterAProbeIsNoAnswerToIt() {
        JudgedSteps steps = new JudgedSteps().at(980, say());
        steps.call(1_000).callerProbes(ProbeKind.NOISE, 500);
        steps.at(1_600, hearAgent(900L));
        steps.call(2_100).agentSends(500);
        assertThat(got(steps)).containsExactly("true heard after 600 ms");
    }

    @Test
    void aCallerWhoInterruptsNobodyIsToldSo() {
        JudgedSteps steps = new JudgedSteps().at(1_000, interrupt(500));
        steps.call(900).stepWaitsInVain(1);
        steps.call(1_000).stepWaitsInVain(1).callerSpeaks(500);
        steps.at(2_000, expect(new Expectation.Clear("clear: 300ms", 300)));
        assertThat(got(steps))
                .containsExactly(
                        "false the agent did not speak so long: the caller spoke all the same",
                        "false the agent was not heard when the caller began to speak");
    }

    @Test
    void wordsAreThoseSaidBetweenOneUtteranceOfTheCallerAndTheNext() {
        JudgedSteps steps = asked(null);
        steps.call(2_500).agentSends(500).someoneSays("agent", "A table for two, at eight?");
        steps.at(
                4_000,
                expect(
                        new Expectation.AgentSaid("agent-said: Table for TWO at eight", "Table for TWO at eight"),
                        new Expectation.AgentSaid("agent-said: goodbye", "goodbye")));
        steps.at(5_000, say());
        steps.call(6_000).someoneSays("agent", "Goodbye!");
        assertThat(got(steps))
                .containsExactly(
                        "true the agent said “A table for two, at eight?”",
                        "false the agent said “A table for two, at eight?”");
    }

    @Test
    void withoutATranscriptNobodySaysThatTheAgentWasSilent() {
        JudgedSteps steps = asked(null).at(4_000, expect(new Expectation.AgentSaid("agent-said: table", "table")));
        assertThat(got(steps)).singleElement().asString().contains("false there is no transcript");
    }

    @Test
    void toolsAndFindingsAreNamed() {
        JudgedSteps steps = asked(null);
        steps.call(2_500).toolCalled("1", "book_table");
        steps.at(
                4_000,
                expect(
                        new Expectation.Tool("tool: book_table", "book_table"),
                        new Expectation.Tool("tool: cancel", "cancel"),
                        new Expectation.Transfer("transfer: +15550199", "+15550199"),
                        new Expectation.Finding("finding: 31951", "31951")));
        assertThat(got(steps))
                .containsExactly(
                        "true the agent called book_table",
                        "false the agent called book_table",
                        "false the caller was not put through",
                        "false nothing was found");
    }

    @Test
    void whatTheCallDidNotComeToIsNotHeld() {
        JudgedSteps steps = asked(null)
                .never(hearAgent(500L))
                .never(expect(new Expectation.Tool("tool: book_table", "book_table")));
        assertThat(steps.hangsUpAt(6_000))
                .extracting(Checked::step, Checked::want, Checked::got, Checked::held)
                .containsExactly(
                        tuple(
                                3,
                                "hear: agent",
                                "the call was over before (ended by caller: the caller hung up)",
                                false),
                        tuple(
                                4,
                                "tool: book_table",
                                "the call was over before (ended by caller: the caller hung up)",
                                false));
    }

    /** The caller asks from 1000 to 2000 ms, then listens. */
    private static JudgedSteps asked(@Nullable Long withinMs) {
        JudgedSteps steps = new JudgedSteps().at(980, say());
        steps.call(1_000).callerSpeaks(1_000);
        return steps.at(2_100, hearAgent(withinMs));
    }

    /** The caller speaks over an answer of 6 s at 3000 ms. */
    private static JudgedSteps interrupted(boolean clears) {
        JudgedSteps steps = new JudgedSteps();
        steps.call(1_000).agentSends(6_000);
        steps.at(1_500, interrupt(1_500));
        steps.call(3_000).callerSpeaks(800);
        if (clears) {
            steps.call(3_200).serverClears();
        }
        return steps;
    }

    private static List<String> got(JudgedSteps steps) {
        return steps.hangsUpAt(12_000).stream()
                .map(checked -> checked.held() + " " + checked.got())
                .toList();
    }
}
