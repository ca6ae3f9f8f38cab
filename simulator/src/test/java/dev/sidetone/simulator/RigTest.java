package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.socket.Web;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.line.plan.CallPlan;
import org.junit.jupiter.api.Test;

/** On real sockets: what is done before a call, and to whom. */
class RigTest {
    @Test
    void theWarmUpNeverCallsARealService() throws Exception {
        try (Web web = Web.start(NanoClock.system());
                ServedAgent service = ServedAgent.start(web, AgentScript.practice(), 0)) {
            BridgeConfig.Agent real =
                    new BridgeConfig.Agent("openai", service.url(), "sk-secret", AgentSettings.openAi());
            try (Rig rig =
                    Rig.start(new AgentChoice("openai", real), AgentScript.practice(), CallPlan.TEST_AUTH_TOKEN)) {
                rig.warmUp();
                assertThat(service.agent().logs()).isEmpty();
                assertThat(rig.practiceAgent().logs()).hasSize(1);
            }
        }
    }
}
