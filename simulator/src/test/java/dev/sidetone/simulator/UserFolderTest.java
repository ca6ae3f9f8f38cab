package dev.sidetone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
    @Test
    void everySystemHasItsOwnPlaceForIt() {
        Path home = Path.of("/home/ada");
        assertThat(UserFolder.of(Map.of(), "Linux", home)).isEqualTo(home.resolve(".local/share/sidetone"));
        assertThat(UserFolder.of(Map.of("XDG_DATA_HOME", "/data"), "Linux", home))
                .isEqualTo(Path.of("/data/sidetone"));
        assertThat(UserFolder.of(Map.of(), "Mac OS X", home))
                .isEqualTo(home.resolve("Library/Application Support/Sidetone"));
        assertThat(UserFolder.of(Map.of(), "Windows 11", home)).isEqualTo(home.resolve("AppData/Local/Sidetone"));
    }
}
