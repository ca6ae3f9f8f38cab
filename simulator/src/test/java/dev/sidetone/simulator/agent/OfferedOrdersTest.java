package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.tools.CallTools;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an agent of any wire wants done, held against what it was offered. */
class OfferedOrdersTest {
    private static final AgentScript SCRIPT = AgentScript.practice().withGreeting(new Utterance.Tone(600));

    @ParameterizedTest
    @MethodSource("dev.sidetone.simulator.rig.FakeServices#all")
    void nothingIsDoneThatTheAgentWasNotOffered(FakeService wire) {
        WireTalk talk = WireTalk.with(
                wire,
                SCRIPT.withTurns(List.of(
                        new Turn(150, new Action.CallTool("steal", "{}")),
                        new Turn(150, new Action.Transfer("+19005550000")))));
        talk.pass(2_000);
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        talk.giveResult(talk.only(AgentEvent.ToolCalled.class).callId(), "{}", false);
        talk.pass(8_000);
        talk.say(Sounds.tone(800));
        talk.pass(4_000);
        CallTools offered = new CallTools(List.of(), (url, arguments, timers, done) -> () -> {}, warning -> {});
        assertThat(talk.all(AgentEvent.ToolCalled.class))
                .hasSize(2)
                .allMatch(called -> offered.refusal(called, "+15550100") != null);
    }
}
