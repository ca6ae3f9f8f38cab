package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.simulator.timeline.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bridge's own limits and standstills have findings of their own. */
class LimitFindingsTest {
    @ParameterizedTest
    @CsvSource({"OVERSIZE, agent-oversize", "UNREAD, agent-not-reading", "DIED, agent-died"})
    void theEndOfAnAgentsConnectionIsNamedByItsCause(AgentFailure.Cause cause, String code) {
        assertThat(AgentFindings.of(new AgentFailure(cause, "what", "cure")).code())
                .isEqualTo(code)
                .isEqualTo(cause == AgentFailure.Cause.DIED ? "agent-died" : new AgentFailure(cause, "", "").code());
    }

    @Test
    void aLimitAndAStandstillOfTheBridgeAreSaidToBeTheBridges() {
        Finding limit = AgentFindings.limitReached("the bridge closed the connection to Twilio by its own limit");
        assertThat(limit.code()).isEqualTo("bridge-limit");
        assertThat(limit.what()).isEqualTo("The bridge closed the connection to Twilio by its own limit.");
        Finding standstill = AgentFindings.stoodStill(5_500);
        assertThat(standstill.code()).isEqualTo("bridge-stood-still");
        assertThat(standstill.severity()).isEqualTo(Severity.WARNING);
        assertThat(standstill.what()).contains("5500 ms");
    }
}
