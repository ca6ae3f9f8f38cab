package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.FakeService;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.rig.FakeByName;
import dev.sidetone.simulator.rig.FakeServices;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls through the embedded bridge to agents that are careless of their wire: heard all the same, or told with the reason. */
class CarelessAgentTest {
    private final CheckedLine checked = new CheckedLine();
    private final List<Fact> facts = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(
            names = {"NO_IDS", "SAME_IDS", "NULLS", "LOOSE_BASE64", "BINARY_JSON", "BARE_ERRORS", "PREAMBLE", "IDLE"})
    void everyTurnIsAnsweredAndNothingIsWrong(AgentFault fault) {
        for (FakeService wire : List.of(
                FakeOpenAi.REALTIME,
                FakeServices.named("assemblyai").orElseThrow(),
                FakeServices.named("omni").orElseThrow())) {
            CarelessAgentTest other = new CarelessAgentTest();
            CallResult call = other.call(wire, fault);
            assertThat(CheckedLine.codes(call)).as(wire.name()).isEmpty();
            assertThat(call.turns()).as(wire.name()).hasSizeGreaterThan(2).allMatch(turn -> turn.ttfaMs() != null);
            assertThat(call.bargeIns()).as(wire.name()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "openai, BAD_BASE64, agent-unreadable",
        "assemblyai, BAD_BASE64, agent-unreadable",
        "openai, TEXT_ONLY, agent-text-only",
        "openai-beta, TEXT_ONLY, agent-text-only",
        "assemblyai, TEXT_ONLY, agent-text-only",
        "openai, INCOMPLETE, agent-unfinished",
        "inworld, CONTENT_FILTER, agent-unfinished"
    })
    void whatTheCallerMissesIsTold(@ConvertWith(FakeByName.class) FakeService wire, AgentFault fault, String code) {
        CallResult call = call(wire, fault);
        assertThat(CheckedLine.codes(call)).contains(code);
        assertThat(call.findings())
                .filteredOn(finding -> finding.code().equals(code))
                .isNotEmpty();
        String what = call.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow()
                .what();
        assertThat(what).startsWith("The agent practice ");
    }

    @Test
    void theAnswerBehindAPreambleHasATimeOfItsOwn() {
        CallResult call = call(FakeOpenAi.REALTIME, AgentFault.PREAMBLE);
        assertThat(call.turns().get(0)).satisfies(turn -> {
            double preambleMs = Objects.requireNonNull(turn.ttfaMs());
            assertThat(turn.answerMs()).isGreaterThan(preambleMs + 300);
        });
    }

    @Test
    void whatIsSaidToASilentCallerIsNoTurnAndIsNoted() {
        CallResult call = call(FakeOpenAi.REALTIME, AgentFault.IDLE);
        assertThat(call.turns()).allMatch(turn -> turn.ttfaMs() == null || turn.ttfaMs() < 3_000);
    }

    private CallResult call(FakeService wire, AgentFault fault) {
        FakeAgent agent = new FakeAgent(
                wire, AgentScript.practice(), Set.of(fault), AgentTroubleTest.VOICE, checked.line.calendar);
        agent.ready().join();
        checked.line.net.serve("agent:80", agent);
        BridgeConfig.Agent dialled = new BridgeConfig.Agent(
                "practice",
                wire.original(),
                URI.create("ws://agent:80" + agent.path()),
                "practice",
                wire.original().defaults());
        BridgeConfig config =
                new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled, CallPolicy.defaults());
        checked.line.serving(new BridgeRoutes(config, sid -> new BridgeFacts("practice", checked.timeline)));
        checked.timeline.listen(facts::add);
        return checked.call(Callers.demo());
    }
}
