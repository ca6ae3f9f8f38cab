package dev.sidetone.simulator.scenario.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A draft replaces nothing unasked, and is written into its own folder and nowhere else. */
class DraftFolderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsThereStaysUnlessItIsToBeReplaced() throws IOException, WrongSetting {
        DraftFolder draft = new DraftFolder(folder.resolve("a.yaml"));
        draft.check(false);
        draft.writeSounds(Map.of("turn-1.wav", new byte[] {1}, "backchannel/turn-2.wav", new byte[] {2}));
        draft.writeYaml("old");
        Path own = Files.writeString(draft.sounds().resolve("own.wav"), "somebody's own");

        assertThatThrownBy(() -> draft.check(false))
                .hasMessageContaining("a-sounds is there already")
                .hasMessageContaining("--force");
        draft.check(true);
        draft.writeSounds(Map.of("turn-1.wav", new byte[] {3}));
        draft.writeYaml("new");
        assertThat(Files.readAllBytes(draft.sounds().resolve("turn-1.wav"))).containsExactly(3);
        assertThat(draft.sounds().resolve("backchannel/turn-2.wav")).doesNotExist();
        assertThat(own).hasContent("somebody's own");
        assertThat(folder.resolve("a.yaml")).hasContent("new");
    }

    @Test
    void aFileOfThatNameIsInTheWay() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "mine");
        assertThatThrownBy(() -> new DraftFolder(folder.resolve("a.yaml")).check(false))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("a.yaml is there already");
        assertThatThrownBy(() -> new DraftFolder(folder.resolve("none/a.yaml")).check(false))
                .hasMessageContaining("there is no folder");
        Files.createDirectory(folder.resolve("b.yaml"));
        assertThatThrownBy(() -> new DraftFolder(folder.resolve("b.yaml")).check(true))
                .hasMessageContaining("is a folder");
        Files.writeString(folder.resolve("c-sounds"), "a file");
        assertThatThrownBy(() -> new DraftFolder(folder.resolve("c.yaml")).check(true))
                .hasMessageContaining("c-sounds is no folder");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void aLinkIsReplacedAndNotFollowed() throws IOException, WrongSetting {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path victim = Files.writeString(elsewhere.resolve("turn-1.wav"), "precious");
        Files.createSymbolicLink(folder.resolve("a-sounds"), elsewhere);
        assertThatThrownBy(() -> new DraftFolder(folder.resolve("a.yaml")).check(true))
                .hasMessageContaining("a-sounds is no folder");

        Files.createDirectory(folder.resolve("b-sounds"));
        Files.createSymbolicLink(folder.resolve("b-sounds/turn-1.wav"), victim);
        Files.createSymbolicLink(folder.resolve("b.yaml"), victim);
        DraftFolder draft = new DraftFolder(folder.resolve("b.yaml"));
        draft.check(true);
        draft.writeSounds(Map.of("turn-1.wav", new byte[] {1}));
        draft.writeYaml("new");
        assertThat(victim).hasContent("precious");
        assertThat(folder.resolve("b.yaml")).hasContent("new");
    }
}
