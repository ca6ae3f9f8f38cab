package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentLog;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.AgentVoice;
import dev.sidetone.simulator.agent.FakeAgent;
import dev.sidetone.simulator.agent.gemini.FakeGemini;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.rig.BridgeFacts;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A Gemini session whose connection goes away is taken up by another, and the caller notices nothing. */
class GeminiRenewalTest {
    private static final AgentVoice VOICE = new AgentVoice();

    private final CheckedLine checked = new CheckedLine();

    @Test
    void theSessionGoesOnByItsHandleAndItsOldConnectionIsClosedFirst() {
        FakeAgent agent = agent(AgentFault.EXPIRE);
        CallResult call = call(agent);
        assertThat(CheckedLine.codes(call)).containsExactly("session-renewed");
        assertThat(agent.logs()).hasSizeGreaterThan(1);
        assertThat(agent.logs().subList(1, agent.logs().size())).allSatisfy(log -> {
            assertThat(log.notes()).extracting(AgentLog.Note::text).anyMatch(text -> text.startsWith("took up"));
            assertThat(log.sentErrors()).isEmpty();
            assertThat(log.greeting()).isNull();
        });
    }

    @Test
    void aHandleThatIsNotTakenAnyMoreIsFollowedByASessionThatIsTold() {
        FakeAgent other = agent(null);
        checked.line.timers.after(4_000_000_000L, () -> checked.line.net.serve("agent:80", other));
        CallResult call = call(agent(AgentFault.EXPIRE));
        assertThat(CheckedLine.codes(call)).containsExactly("session-renewed");
        assertThat(other.logs()).hasSize(2);
        assertThat(other.logs().get(0).sentErrors()).singleElement().satisfies(error -> assertThat(error.message())
                .isEqualTo("BidiGenerateContent session not found"));
        assertThat(other.logs().get(1).turns()).isNotEmpty();
    }

    private FakeAgent agent(@Nullable AgentFault fault) {
        Set<AgentFault> faults = fault == null ? Set.of() : Set.of(fault);
        FakeAgent agent = new FakeAgent(FakeGemini.LIVE, AgentScript.practice(), faults, VOICE, checked.line.calendar);
        agent.ready().join();
        return agent;
    }

    private CallResult call(FakeAgent agent) {
        checked.line.net.serve("agent:80", agent);
        BridgeConfig.Agent dialled = new BridgeConfig.Agent(
                "practice",
                FakeGemini.LIVE.original(),
                URI.create("ws://agent:80" + agent.path()),
                "practice",
                FakeGemini.LIVE.original().defaults());
        BridgeConfig config = new BridgeConfig("127.0.0.1", 0, 1, null, CallPlan.TEST_AUTH_TOKEN, dialled);
        checked.line.serving(new BridgeRoutes(config, sid -> new BridgeFacts("practice", checked.timeline)));
        return checked.call(Callers.demo());
    }
}
