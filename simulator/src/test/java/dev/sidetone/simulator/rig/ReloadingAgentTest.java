package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadingAgentTest {
    private final Path folder;

    ReloadingAgentTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theFileIsReadAnewForEveryCallAndABrokenOneLeavesTheLastGood() throws Exception {
        Path file = write("agent: fake-openai\ninstructions: One.");
        Settings settings = Settings.read(Path.of("none-here"), Map.of());
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent served = ServedAgent.start(web, FakeOpenAi.REALTIME, AgentScript.practice(), Set.of(), 0)) {
            AgentSource agents =
                    AgentChoice.of("practice", null, file, settings).targets(served);
            assertThat(fresh(agents).settings().instructions()).isEqualTo("One.");
            write("agent: fake-openai\ninstructions: Two.");
            assertThat(fresh(agents).settings().instructions()).isEqualTo("Two.");
            write("agent: fake-openai\ninstruction: Three.");
            assertThat(fresh(agents).settings().instructions()).isEqualTo("Two.");
            write("agent: fake-omni\ninstructions: Four.");
            assertThat(fresh(agents).settings().instructions()).isEqualTo("Two.");
            Files.delete(file);
            assertThat(fresh(agents).settings().instructions()).isEqualTo("Two.");
            write("agent: fake-openai\ninstructions: Five.");
            assertThat(fresh(agents).settings().instructions()).isEqualTo("Five.");
        }
    }

    @Test
    void aRealAgentDoesNothingWrongOnRequest() throws Exception {
        Settings keyed = Settings.read(Path.of("none-here"), Map.of("OPENAI_API_KEY", "sk-secret"));
        FakeBehaviour dying = new FakeBehaviour(AgentScript.practice(), Set.of(AgentFault.DIE));
        assertThatThrownBy(() -> AgentChoice.of("openai", null, keyed).behaving(dying))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("choose fake-openai");
        assertThat(AgentChoice.of("fake-openai", null, keyed).behaving(dying).behaviour())
                .isEqualTo(dying);
    }

    @Test
    void anEventLoopIsNeverKeptWaitingForTheDisk() throws Exception {
        Path file = write("agent: fake-openai\ninstructions: One.");
        Settings settings = Settings.read(Path.of("none-here"), Map.of());
        AgentChoice choice = AgentChoice.of("practice", null, file, settings);
        List<Runnable> later = new ArrayList<>();
        try (SocketRuntime web = SocketRuntime.start(NanoClock.system());
                ServedAgent served = ServedAgent.start(web, FakeOpenAi.REALTIME, AgentScript.practice(), Set.of(), 0)) {
            ReloadingAgent agents = new ReloadingAgent(
                    file, choice, () -> AgentChoice.of("practice", null, file, settings), served, later::add);
            write("agent: fake-openai\ninstructions: Two.");
            CompletableFuture<Void> looked = new CompletableFuture<>();
            agents.callExpected(() -> looked.complete(null));
            assertThat(agents.get().settings().instructions()).isEqualTo("One.");
            later.forEach(Runnable::run);
            assertThat(looked).isCompleted();
            assertThat(agents.get().settings().instructions()).isEqualTo("Two.");
        }
    }

    private static BridgeConfig.Agent fresh(AgentSource agents) {
        CompletableFuture<Void> looked = new CompletableFuture<>();
        agents.callExpected(() -> looked.complete(null));
        looked.join();
        return agents.get();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("agent.yaml"), text);
    }
}
