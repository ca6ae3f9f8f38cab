package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgentMenuTest {
    private static final Path NO_FILE = Path.of("none-here");

    @Test
    void everyAgentButTheFakesIsOfferedAndTheOneThatNeedsNothingComesFirst() throws Exception {
        AgentMenu menu = AgentMenu.of(Settings.read(NO_FILE, Map.of()));

        assertThat(menu.offers().get(0).name()).isEqualTo("practice");
        assertThat(menu.offers().get(0).title()).isEqualTo("Practice agent");
        assertThat(menu.offers().get(0).trouble()).isNull();
        assertThat(menu.offers())
                .extracting(Offer::name)
                .containsExactlyElementsOf(AgentChoice.NAMES.stream()
                        .filter(name -> !name.startsWith("fake-"))
                        .toList());
        assertThat(menu.named("openai").title()).isEqualTo("OpenAI Realtime");
        assertThat(menu.named("gone since").name()).isEqualTo("practice");
    }

    @Test
    void anAgentWithoutItsKeyIsOfferedWithTheVariableToSetAndWithoutTheCommandLinesOptions() throws Exception {
        Offer offer = AgentMenu.of(Settings.read(NO_FILE, Map.of())).named("openai");

        PhoneState.Trouble trouble = Objects.requireNonNull(offer.trouble());
        assertThat(trouble.what()).isEqualTo("OpenAI Realtime needs a key.");
        assertThat(trouble.cure()).startsWith("Set OPENAI_API_KEY in").endsWith(", or enter it in Settings.");
    }

    @Test
    void anAgentWithItsKeyCanBeCalledAndTheKeyIsNeverShown() throws Exception {
        AgentMenu menu = AgentMenu.of(Settings.read(NO_FILE, Map.of("OPENAI_API_KEY", "sk-secret")));

        assertThat(menu.named("openai").trouble()).isNull();
        AgentChoice chosen = Objects.requireNonNull(menu.named("openai").agent());
        assertThat(chosen.real()).isNotNull();
        assertThat(menu.offers() + " " + chosen).doesNotContain("sk-secret");
    }
}
