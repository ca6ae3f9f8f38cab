package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.agent.AgentSettings;
import dev.sidetone.bridge.agent.openai.OpenAi;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentFilesTest {
    private static final AgentService OPENAI = OpenAi.REALTIME;
    private static final String TOOLS = "tools:\n  - { builtin: end_call }\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsTypedIsWhatTheAgentIsCalledWithAndComesBackIntoTheFields() throws Exception {
        AgentTexts texts =
                new AgentTexts("gpt-realtime", "marin", "Be \"kind\":\n- never rude\\", "Hello: there", false, TOOLS);
        files().write(OPENAI, texts, settings());

        assertThat(files().read("openai")).isEqualTo(texts);
        AgentSettings called = called();
        assertThat(called.voice()).isEqualTo("marin");
        assertThat(called.instructions()).isEqualTo("Be \"kind\":\n- never rude\\");
        assertThat(called.greeting()).isEqualTo("Hello: there");
        assertThat(called.tools()).hasSize(1);
    }

    @Test
    void whatIsLeftEmptyIsTheServicesOwn() throws Exception {
        files().write(OPENAI, new AgentTexts("", "cedar", "", "", false, ""), settings());

        assertThat(called().instructions()).isEqualTo(OPENAI.defaults().instructions());
        assertThat(called().greeting()).isEqualTo(OPENAI.defaults().greeting());
    }

    @Test
    void anAgentMayLetTheCallerSpeakFirst() throws Exception {
        AgentTexts silent = new AgentTexts("", "", "", "", true, "");
        files().write(OPENAI, silent, settings());

        assertThat(called().greeting()).isNull();
        assertThat(files().read("openai")).isEqualTo(silent);
    }

    @Test
    void nothingSetLeavesNoFile() throws Exception {
        files().write(OPENAI, new AgentTexts("", "marin", "", "", false, ""), settings());
        files().write(OPENAI, AgentTexts.UNSET, settings());

        assertThat(folder.toFile().list()).isEmpty();
        assertThat(files().read("openai")).isEqualTo(AgentTexts.UNSET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tools: 3", "voice: twice", "nonsense: 1", "tools:\n\t- x", "a: [", "agent: openai\n---\nb: 1"})
    void furtherSettingsThatNoAgentTakesAreRefusedAndTheFileStays(String further) throws Exception {
        files().write(OPENAI, new AgentTexts("", "marin", "", "", false, TOOLS), settings());
        AgentTexts wrong = new AgentTexts("", "marin", "", "", false, further);

        assertThatThrownBy(() -> files().write(OPENAI, wrong, settings()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("settings of OpenAI Realtime");
        assertThat(files().read("openai").further()).isEqualTo(TOOLS);
        assertThat(folder.toFile().list()).containsExactly("openai.yaml");
    }

    @Test
    void aFileOfSomebodysOwnIsShownWhole() throws Exception {
        Files.writeString(folder.resolve("openai.yaml"), "voice: marin\n" + TOOLS);
        AgentTexts own = files().read("openai");
        assertThat(own.further()).isEqualTo("voice: marin\n" + TOOLS);

        files().write(OPENAI, own, settings());
        assertThat(called().voice()).isEqualTo("marin");
    }

    private AgentSettings called() throws Exception {
        AgentChoice chosen = Objects.requireNonNull(
                AgentMenu.of(settings(), files()).named("openai").agent());
        return Objects.requireNonNull(chosen.real()).settings();
    }

    private AgentFiles files() {
        return new AgentFiles(folder);
    }

    private static Settings settings() throws WrongSetting {
        return Settings.read(Path.of("none-here"), Map.of("OPENAI_API_KEY", "sk-none"));
    }
}
