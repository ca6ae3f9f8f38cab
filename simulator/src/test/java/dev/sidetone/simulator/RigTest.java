package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.line.CallPlan;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RigTest {
    @Test
    void warmingUpNeverDialsARealAgent() throws Exception {
        try (ServerSocket real = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("ws://127.0.0.1:" + real.getLocalPort() + "/v1/realtime");
            AgentChoice choice =
                    new AgentChoice("openai", new BridgeConfig.Agent("openai", url, "secret", AgentSettings.openAi()));
            try (Rig rig = Rig.start(choice, AgentScript.practice(), CallPlan.TEST_AUTH_TOKEN)) {
                rig.warmUp();
            }
            real.setSoTimeout(100);
            assertThatThrownBy(real::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
