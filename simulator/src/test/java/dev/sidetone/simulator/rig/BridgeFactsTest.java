package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong in the bridge is a finding of the call, with the words of the one who knows it. */
class BridgeFactsTest {
    private final List<Fact> facts = new ArrayList<>();
    private final BridgeFacts bridge = new BridgeFacts("openai", new ListedFacts(facts));

    @Test
    void whatTheBridgeDidItselfIsFoundOfTheBridge() {
        bridge.accept(new CallEvent.LimitReached(1, "the bridge closed the connection to Twilio by its own limit"));
        bridge.accept(new CallEvent.StoodStill(2, 5_500_000_000L));

        assertThat(found()).containsExactly("bridge-limit 1", "bridge-stood-still 2");
        assertThat(((Fact.Found) facts.get(0)).what()).contains("by its own limit");
        assertThat(((Fact.Found) facts.get(1)).what()).contains("stood still for 5500 ms");
    }

    @Test
    void whatTheAgentDidIsFoundOfTheAgent() {
        bridge.accept(new CallEvent.OrderRefused(1, "call_1", "steal", "was not offered to the agent", "Declare it."));
        bridge.accept(new CallEvent.AgentFailed(
                2, new AgentFailure(AgentFailure.Cause.UNREAD, "The agent does not read.", "Look why.")));
        bridge.accept(new CallEvent.SessionRenewed(3, "The session came near its end."));

        assertThat(found()).containsExactly("undeclared-order 1", "agent-not-reading 2", "session-renewed 3");
        assertThat(((Fact.Found) facts.get(0)).what()).contains("steal", "was not offered to the agent");
    }

    @Test
    void soundThatIsLateIsFoundWithThePlaceWhereItIs() {
        bridge.accept(new CallEvent.AgentLagged(1, 1_200, AgentEvent.Lag.BEHIND_THE_CALLER));
        bridge.accept(new CallEvent.AgentLagged(2, 1_300, AgentEvent.Lag.WAITING_TO_BE_HEARD));

        assertThat(found()).containsExactly("agent-lag 1", "agent-lag 2");
        assertThat(((Fact.Found) facts.get(0)).what()).contains("1200 ms behind what it was given");
        assertThat(((Fact.Found) facts.get(1)).what()).contains("1300 ms of it wait to be heard");
    }

    @Test
    void aRedirectThatTwilioRefusesIsFound() {
        bridge.accept(new CallEvent.CallControlFailed(1, "20404"));

        assertThat(found()).containsExactly("transfer-refused 1");
    }

    private List<String> found() {
        return facts.stream()
                .map(Fact.Found.class::cast)
                .map(found -> found.code() + " " + found.atNs())
                .toList();
    }
}
