package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentChoiceTest {
    private final Settings none = settings(Map.of());
    private final Settings keyed = settings(Map.of("OPENAI_API_KEY", "sk-secret"));

    @Test
    void thePracticeAgentNeedsNothing() throws Exception {
        assertThat(AgentChoice.of("practice", null, none).real()).isNull();
        assertThat(AgentChoice.of("fake-openai", null, none).real()).isNull();
    }

    @Test
    void aRealAgentWithoutItsKeyNamesTheVariable() {
        assertThatThrownBy(() -> AgentChoice.of("openai", null, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("OPENAI_API_KEY");
    }

    @Test
    void aRealAgentGoesToItsOwnAddressOrToTheOneGiven() throws Exception {
        assertThat(String.valueOf(AgentChoice.of("openai", null, keyed).real()))
                .isEqualTo("Agent[openai at wss://api.openai.com/v1/realtime]");
        assertThat(String.valueOf(AgentChoice.of("openai", "ws://127.0.0.1:9/v1/realtime", keyed)
                        .real()))
                .contains("ws://127.0.0.1:9/v1/realtime");
    }

    @Test
    void aKeyNeverGoesUnencryptedToAnotherMachine() {
        assertThatThrownBy(() -> AgentChoice.of("openai", "ws://example.com/v1/realtime", keyed))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("must start with wss://");
        assertThatThrownBy(() -> AgentChoice.of("openai", "::nonsense", keyed)).isInstanceOf(WrongSetting.class);
        assertThatThrownBy(() -> AgentChoice.of("openai", "wss://example.com/v1/realtime?model=x", keyed))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("origin and path only");
    }

    @Test
    void credentialsInAnAgentsUrlAreRefusedAndNotRepeated() {
        assertThatThrownBy(() -> AgentChoice.of("openai", "wss://me:sesame@example.com/v1", keyed))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("origin and path only")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void anUnknownAgentIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> AgentChoice.of("fake-siri", null, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("no agent fake-siri; there are: practice, fake-openai, fake-openai-beta, fake-assemblyai,"
                        + " fake-inworld, fake-omni, fake-omni-v2, fake-gpt-live, fake-gemini, openai, openai-beta, assemblyai,"
                        + " inworld, omni, compatible, gpt-live, gemini");
    }

    @Test
    void everyRealAgentNamesTheVariableOfItsKey() {
        for (var agent : Map.of(
                        "openai-beta", "OPENAI_API_KEY",
                        "assemblyai", "ASSEMBLYAI_API_KEY",
                        "inworld", "INWORLD_API_KEY",
                        "omni", "PYAI_API_KEY",
                        "gemini", "GEMINI_API_KEY")
                .entrySet()) {
            assertThatThrownBy(() -> AgentChoice.of(agent.getKey(), null, none))
                    .hasMessageContaining("set " + agent.getValue());
        }
    }

    @Test
    void aCompatibleAgentNeedsAnAddressAndNoKey() throws Exception {
        assertThatThrownBy(() -> AgentChoice.of("compatible", null, none)).hasMessageContaining("--agent-url");
        assertThat(String.valueOf(AgentChoice.of("compatible", "ws://localhost:9/v1/x", none)
                        .real()))
                .isEqualTo("Agent[compatible at ws://localhost:9/v1/x]");
    }

    @Test
    void aFileMayNameTheAgentAndItsSettings(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("agent.yaml"), "agent: fake-inworld\naudio: pcm16@16000\n");
        AgentChoice choice = AgentChoice.of("practice", null, file, none);
        assertThat(choice.name()).isEqualTo("fake-inworld");
        assertThat(choice.fake()).isEqualTo(FakeInworld.REALTIME);
        assertThat(String.valueOf(choice.settings())).contains("pcm16@16000");
    }

    @Test
    void aMistakeInAFileIsToldWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("agent.yaml"), "agent: fake-openai\nvoise: ash\n");
        assertThatThrownBy(() -> AgentChoice.of("practice", null, file, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("--agent-config " + file + ":2: no key \"voise\" here; \"voice\" was meant?");
    }

    @Test
    void anAddressInAFileThatCannotBeIsToldWithItsLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("agent.yaml"), "agent: compatible\nurl: http://x/y\n");
        assertThatThrownBy(() -> AgentChoice.of("practice", null, file, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("--agent-config " + file
                        + ":2: url: http://x/y must start with wss:// (ws:// to this machine only)");
    }

    private static Settings settings(Map<String, String> environment) {
        try {
            return Settings.read(Path.of("none-here"), environment);
        } catch (WrongSetting e) {
            throw new AssertionError(e);
        }
    }
}
