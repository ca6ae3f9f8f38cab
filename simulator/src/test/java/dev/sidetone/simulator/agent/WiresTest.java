package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.gptlive.FakeGptLive;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.rig.FakeByName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every dialect against every fake that speaks its wire: what a call needs works the same on each. */
// Over 300 lines because every wire is compared here, and one of them has neither turns nor an end of an answer.
class WiresTest {
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(600))
            .withTurns(List.of(new Turn(150, new Utterance.Tone(4_000))));

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theAgentGreetsFirstAndIsHeardWhole(FakeService wire) {
        WireTalk talk = WireTalk.with(wire, SCRIPT);
        talk.pass(2_000);
        talk.only(AgentEvent.Ready.class);
        assertThat(talk.answers()).hasSize(1);
        byte[] greeting = spoken(wire, talk.audio(talk.answers().get(0)));
        assertThat(greeting).hasSizeBetween(4_780, 4_820);
        // The tone is as loud here as it was said.
        assertThat(SpeechEnergy.dbm0(greeting, 2_400, SpeechEnergy.WINDOW))
                .isCloseTo(SpeechEnergy.dbm0(Sounds.tone(600), 2_400, SpeechEnergy.WINDOW), within(0.5f));
        assertThat(talk.log().sentErrors()).isEmpty();
        assertThat(talk.log().earlyBytes()).isZero();
    }

    /** What was said: a track brings the silence around it too. */
    private static byte[] spoken(FakeService wire, byte[] audio) {
        if (!wire.equals(FakeGptLive.SERVICE)) {
            return audio;
        }
        int from = 0;
        int to = audio.length;
        while (from < to && audio[from] == -1) {
            from++;
        }
        while (to > from && audio[to - 1] == -1) {
            to--;
        }
        return Arrays.copyOfRange(audio, from, to);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aTurnIsAnswered(FakeService wire) {
        WireTalk talk = greeted(wire);
        talk.say(Sounds.tone(800));
        talk.pass(800 + 500 + 150 + 5_000);
        assertThat(talk.answers()).hasSize(2);
        assertThat(spoken(wire, talk.audio(talk.answers().get(1)))).hasSizeBetween(31_980, 32_020);
        assertThat(talk.log().turns()).hasSize(1);
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aBargeInStopsTheAgentAndWhatComesLateIsDropped(FakeService wire) {
        WireTalk talk = new WireTalk(wire, SCRIPT, Set.of(AgentFault.LATE_DELTA), "practice", null);
        talk.pass(2_000);
        talk.say(Sounds.tone(800));
        talk.pass(800 + 500 + 150 + 250);
        String answer = talk.answers().get(1);
        int startsBefore = talk.all(AgentEvent.CallerStarted.class).size();
        talk.say(Sounds.tone(300));
        talk.pass(100);
        int more = wire.equals(FakeGptLive.SERVICE) ? 0 : 1;
        assertThat(talk.all(AgentEvent.CallerStarted.class)).hasSize(startsBefore + more);
        int heard = talk.audio(answer).length;
        talk.interrupt(answer, 100);
        talk.pass(200);
        assertThat(talk.audio(answer)).as("before the answer's end").hasSizeLessThan(31_980);
        if (!wire.equals(FakeOpenAi.REALTIME)
                && !wire.equals(FakeOpenAi.BETA)
                && !wire.equals(FakeInworld.REALTIME)
                && !wire.equals(FakeGptLive.SERVICE)) {
            // These name no answers: the dialect itself must drop what is late.
            assertThat(talk.audio(answer)).hasSize(heard);
            assertThat(talk.answers()).hasSize(2);
        }
        assertThat(talk.log().interruptions()).hasSize(1);
        assertThat(talk.log().sentErrors())
                .extracting(AgentLog.SentError::code)
                .isSubsetOf("response_cancel_not_active");
        talk.pass(6_000);
        assertThat(talk.answers()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openai-beta"})
    void whatWasHeardIsToldWhereTheWireAsks(@ConvertWith(FakeByName.class) FakeService wire) {
        WireTalk talk = greeted(wire);
        talk.say(Sounds.tone(800));
        talk.pass(800 + 500 + 150 + 250);
        talk.say(Sounds.tone(300));
        talk.pass(100);
        talk.interrupt(talk.answers().get(1), 120);
        talk.pass(50);
        assertThat(talk.log().truncations())
                .extracting(AgentLog.Truncation::audioEndMs)
                .containsExactly(120L);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aKeyReachesTheAgent(FakeService wire) {
        WireTalk talk = greeted(wire);
        talk.press('5');
        talk.pass(3_000);
        assertThat(talk.log().keys()).extracting(AgentLog.Keys::keys).containsExactly("5");
        assertThat(talk.log().spoken()).last().extracting(AgentLog.Spoken::why).isEqualTo(AgentLog.Why.KEYS);
        assertThat(talk.answers()).hasSize(2);
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aToolIsCalledAndItsResultSpokenOf(FakeService wire) {
        WireTalk talk = greeted(
                wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.CallTool("book_table", "{\"people\":2}")))));
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        AgentEvent.ToolCalled call = talk.only(AgentEvent.ToolCalled.class);
        assertThat(call.name()).isEqualTo("book_table");
        assertThat(call.arguments()).isEqualTo("{\"people\":2}");
        assertThat(talk.answers()).hasSize(1);

        talk.giveResult(call.callId(), "{\"table\":7}", false);
        talk.pass(4_000);
        assertThat(talk.log().results()).hasSize(1);
        assertThat(talk.log().results().get(0).result()).isEqualTo("{\"table\":7}");
        assertThat(talk.log().results().get(0).failed()).isFalse();
        assertThat(talk.log().spoken()).last().extracting(AgentLog.Spoken::why).isEqualTo(AgentLog.Why.TOOL);
        assertThat(talk.answers()).hasSize(2);
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aToolThatFailedIsToldAsOne(FakeService wire) {
        WireTalk talk =
                greeted(wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.CallTool("book_table", "{}")))));
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        talk.giveResult(talk.only(AgentEvent.ToolCalled.class).callId(), "{\"error\":\"closed\"}", true);
        talk.pass(4_000);
        assertThat(talk.log().results()).extracting(AgentLog.Result::failed).containsExactly(true);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aTransferNamesItsDestination(FakeService wire) {
        WireTalk talk = greeted(wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.Transfer("+15550199")))));
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        AgentEvent.ToolCalled call = talk.only(AgentEvent.ToolCalled.class);
        assertThat(call.name()).isEqualTo("transfer_to_human");
        assertThat(call.arguments()).isEqualTo("{\"destination\":\"+15550199\"}");
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void theAgentEndsTheCall(FakeService wire) {
        WireTalk talk = greeted(wire, SCRIPT.withTurns(List.of(new Turn(150, new Action.End()))));
        talk.say(Sounds.tone(800));
        talk.pass(3_000);
        if (wire.equals(FakeOmni.PLAIN) || wire.equals(FakeOmni.TAGGED)) {
            talk.only(AgentEvent.Leaving.class);
            assertThat(talk.all(AgentEvent.Failed.class)).isEmpty();
        } else {
            assertThat(talk.only(AgentEvent.ToolCalled.class).name()).isEqualTo("end_call");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "openai, bad, agent-auth, refused the key",
        "openai-beta, bad, agent-auth, refused the key",
        "assemblyai, bad, agent-auth, refused the key",
        "inworld, bad, agent-auth, refused the key",
        "omni, bad, agent-auth, refused the key",
        "omni, no-scope, agent-auth, not for agents",
        "omni-v2, bad, agent-auth, refused the key",
        "gemini, bad, agent-auth, refused the key"
    })
    void aWrongKeyIsToldAsOne(@ConvertWith(FakeByName.class) FakeService wire, String key, String code, String words) {
        WireTalk talk = new WireTalk(wire, SCRIPT, Set.of(), key, null);
        talk.pass(1_000);
        AgentEvent.Failed failed = talk.only(AgentEvent.Failed.class);
        assertThat(failed.failure().code()).isEqualTo(code);
        assertThat(failed.failure().what()).contains(words);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anAgentAtItsLimitIsToldAfterThreeSecondsAtMost(FakeService wire) {
        WireTalk talk = WireTalk.with(wire, SCRIPT, AgentFault.BUSY);
        talk.pass(3_100);
        assertThat(talk.only(AgentEvent.Failed.class).failure().code()).isEqualTo("agent-busy");
        talk.pass(10_000);
        talk.only(AgentEvent.Busy.class);
        assertThat(talk.seen)
                .hasOnlyElementsOfTypes(AgentEvent.Complained.class, AgentEvent.Busy.class, AgentEvent.Failed.class)
                .last()
                .isInstanceOf(AgentEvent.Failed.class);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anAgentThatDiesInMidAnswerIsTold(FakeService wire) {
        WireTalk talk = greeted(wire, SCRIPT, AgentFault.DIE);
        talk.say(Sounds.tone(800));
        talk.pass(4_000);
        assertThat(talk.answers()).hasSize(2);
        assertThat(talk.only(AgentEvent.Failed.class).failure().code()).isEqualTo("agent-died");
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void anAgentThatIsNeverReadyIsGivenUp(FakeService wire) {
        WireTalk talk = WireTalk.with(wire, SCRIPT, AgentFault.NEVER_READY);
        talk.pass(10_100);
        assertThat(talk.only(AgentEvent.Failed.class).failure().code()).isEqualTo("silent-agent");
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void aSessionAtItsLongestIsNoWrongKey(FakeService wire) {
        WireTalk talk = WireTalk.with(wire, SCRIPT, AgentFault.EXPIRE);
        talk.pass(12_000);
        if (wire.equals(FakeOmni.PLAIN) || wire.equals(FakeOmni.TAGGED)) {
            talk.only(AgentEvent.Leaving.class);
        } else {
            AgentEvent.Failed failed = talk.only(AgentEvent.Failed.class);
            assertThat(failed.failure().code()).isEqualTo("agent-expired");
            assertThat(failed.failure().what()).contains("maximum length");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void whatIsNoMessageDoesNotEndTheCall(FakeService wire) {
        WireTalk talk = WireTalk.with(wire, SCRIPT, AgentFault.BAD_JSON);
        talk.pass(2_000);
        assertThat(talk.answers()).hasSize(1);
        assertThat(talk.all(AgentEvent.Failed.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "openai, pcm16@24000",
        "openai-beta, pcm16@24000",
        "assemblyai, pcm16@24000",
        "inworld, pcm16@8000",
        "inworld, pcm16@16000",
        "inworld, pcm16@24000",
        "omni, pcm16@8000",
        "omni, pcm16@16000",
        "omni-v2, pcm16@8000"
    })
    void pcmIsCarriedBothWaysEvenWhenItIsCutInMidSample(@ConvertWith(FakeByName.class) FakeService wire, String audio) {
        WireTalk talk = new WireTalk(
                wire,
                SCRIPT,
                Set.of(AgentFault.ODD_BYTES),
                "practice",
                AudioFormat.of(audio).orElseThrow());
        talk.pass(2_000);
        byte[] greeting = spoken(wire, talk.audio(talk.answers().get(0)));
        assertThat(greeting).hasSizeBetween(4_780, 4_820);
        assertThat(SpeechEnergy.dbm0(greeting, 2_400, SpeechEnergy.WINDOW))
                .isCloseTo(SpeechEnergy.dbm0(Sounds.tone(600), 2_400, SpeechEnergy.WINDOW), within(0.5f));
        talk.say(Sounds.tone(800));
        talk.pass(3_000);
        assertThat(talk.log().turns()).hasSize(1);
        assertThat(talk.answers()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void afterHangingUpNothingMoreIsHeard(FakeService wire) {
        WireTalk talk = greeted(wire);
        talk.hangUp();
        int before = talk.seen.size();
        talk.pass(2_000);
        assertThat(talk.seen).hasSize(before);
        assertThat(talk.log().sentErrors()).isEmpty();
    }

    private static WireTalk greeted(FakeService wire) {
        return greeted(wire, SCRIPT);
    }

    private static WireTalk greeted(FakeService wire, AgentScript script, AgentFault... faults) {
        WireTalk talk = WireTalk.with(wire, script, faults);
        talk.pass(2_000);
        return talk;
    }
}
