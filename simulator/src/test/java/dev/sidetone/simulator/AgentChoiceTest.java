package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void anUnknownAgentIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> AgentChoice.of("fake-omni", null, none))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("no agent fake-omni; there are: practice, fake-openai, openai");
    }

    private static Settings settings(Map<String, String> environment) {
        try {
            return Settings.read(Path.of("none-here"), environment);
        } catch (WrongSetting e) {
            throw new AssertionError(e);
        }
    }
}
