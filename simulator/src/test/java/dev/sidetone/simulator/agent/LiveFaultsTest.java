package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GPT-Live where its one track in real time goes wrong, or says more than an answer. */
class LiveFaultsTest {
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(600))
            .withTurns(List.of(new Turn(150, new Utterance.Tone(1_000))));
    private static final AgentScript TOOL =
            SCRIPT.withTurns(List.of(new Turn(150, new Action.CallTool("book_table", "{\"people\":2}"))));

    /** The caller's silence is all that can be left out; without it, the agent stays behind. */
    @Test
    void anAgentThatFellBehindIsToldOfAndCatchesUpWhileNobodySpeaks() {
        WireTalk talk = greeted(SCRIPT, AgentFault.STARVE);
        talk.pass(5_500);

        assertThat(talk.all(AgentEvent.Lagged.class)).singleElement().satisfies(lagged -> {
            assertThat(lagged.cause()).isEqualTo(AgentEvent.Lag.BEHIND_THE_CALLER);
            assertThat(lagged.ms()).isBetween(1_000L, 1_700L);
        });
        talk.pass(4_000);
        talk.say(Sounds.tone(800));
        long askedNs = talk.timers.nowNs() + 800 * WireTalk.MS;
        talk.pass(3_000);
        assertThat(firstOf(talk, 1) - askedNs)
                .as("half a second behind at most, and not a second and a half")
                .isBetween(500 * WireTalk.MS, 1_400 * WireTalk.MS);
    }

    @Test
    void aWordOfAssentWhileTheCallerSpeaksIsNoAnswerToTheTurn() {
        WireTalk talk = greeted(SCRIPT, AgentFault.OVERLAP);
        talk.say(Sounds.tone(1_500));
        talk.pass(1_400);
        assertThat(talk.answers()).as("the greeting, and mm-hmm").hasSize(2);
        talk.pass(4_000);
        assertThat(talk.answers()).hasSize(3);
        assertThat(talk.all(AgentEvent.Said.class))
                .extracting(AgentEvent.Said::text)
                .contains("Mm-hmm.");
        assertThat(talk.all(AgentEvent.BrokeOff.class)).isEmpty();
    }

    @Test
    void aToolThatTheAgentGivesUpIsVoidAndTheAgentGoesOn() {
        WireTalk talk = greeted(TOOL, AgentFault.TOOL_ERROR);
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        AgentEvent.ToolCalled call = talk.only(AgentEvent.ToolCalled.class);
        assertThat(talk.only(AgentEvent.Complained.class).code()).isEqualTo("response.failed");

        talk.giveResult(call.callId(), "{\"table\":7}", false);
        talk.pass(4_000);
        assertThat(talk.log().sentErrors()).as("the result is not sent").isEmpty();
        assertThat(talk.answers()).as("the greeting, and an excuse").hasSize(2);
    }

    @Test
    void aFillerIsHeardBeforeTheResultAndEventsNobodyKnowsArePassedOver() {
        WireTalk talk = greeted(TOOL, AgentFault.VARIANT);
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        assertThat(talk.answers()).as("the greeting, and the filler").hasSize(2);
        AgentEvent.ToolCalled call = talk.only(AgentEvent.ToolCalled.class);
        talk.giveResult(call.callId(), "{\"table\":7}", false);
        talk.pass(15_000);
        assertThat(talk.answers()).hasSize(3);
        assertThat(talk.all(AgentEvent.Complained.class)).isEmpty();
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    @Test
    void anAnswerThatIsBrokenOffIsKnownByItsWords() {
        WireTalk talk = greeted(AgentScript.practice().withGreeting(new Utterance.Words("Hello. Who is there?")));
        talk.say(Sounds.tone(800));
        talk.pass(800 + 500 + 150 + 1_000);
        talk.say(Sounds.tone(400));
        talk.pass(1_400);
        assertThat(talk.all(AgentEvent.BrokeOff.class)).hasSize(1);
    }

    @Test
    void anAnswerThatEndsAsTheCallerBeginsIsNotTakenForOneThatWasBrokenOff() {
        AgentScript script = AgentScript.practice().withGreeting(new Utterance.Words("Hello. Who is there?"));
        WireTalk whole = greeted(script);
        whole.say(Sounds.tone(800));
        whole.pass(8_000);
        List<AgentEvent.Audio> answer = whole.all(AgentEvent.Audio.class);
        long lasts = answer.get(answer.size() - 1).atNs() - firstOf(whole, 1);

        WireTalk talk = greeted(script);
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        talk.pass((firstOf(talk, 1) + lasts - talk.timers.nowNs()) / WireTalk.MS);
        talk.say(Sounds.tone(400));
        talk.pass(4_000);
        assertThat(talk.log().interruptions()).isEmpty();
        assertThat(talk.all(AgentEvent.CallerHeard.class)).hasSize(4);
        assertThat(talk.all(AgentEvent.BrokeOff.class)).isEmpty();
    }

    private static WireTalk greeted(AgentScript script, AgentFault... faults) {
        WireTalk talk = WireTalk.with(FakeGptLive.SERVICE, script, faults);
        talk.pass(2_500);
        talk.only(AgentEvent.Ready.class);
        assertThat(talk.answers()).hasSize(1);
        return talk;
    }

    private static long firstOf(WireTalk talk, int answer) {
        String id = talk.answers().get(answer);
        return talk.all(AgentEvent.Audio.class).stream()
                .filter(audio -> audio.answerId().equals(id))
                .findFirst()
                .orElseThrow()
                .atNs();
    }
}
