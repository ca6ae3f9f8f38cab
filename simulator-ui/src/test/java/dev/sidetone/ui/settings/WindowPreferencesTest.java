package dev.sidetone.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPreferencesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatWasPutIsThereAtTheNextStart() {
        try (WindowPreferences first = WindowPreferences.in(folder.resolve("not/there/yet"))) {
            first.put("theme", "light");
            first.put("webhook", "http://localhost:3000/voice?a=b");
        }
        try (WindowPreferences second = WindowPreferences.in(folder.resolve("not/there/yet"))) {
            assertThat(second.get("theme", "dark")).isEqualTo("light");
            assertThat(second.get("webhook", "")).isEqualTo("http://localhost:3000/voice?a=b");
            assertThat(second.get("nothing", "usual")).isEqualTo("usual");
        }
    }

    @Test
    void twoWindowsKeepEachOthersChoices() {
        try (WindowPreferences other = WindowPreferences.in(folder)) {
            try (WindowPreferences one = WindowPreferences.in(folder)) {
                one.put("theme", "light");
            }
            other.put("agent", "openai");
        }
        try (WindowPreferences later = WindowPreferences.in(folder)) {
            assertThat(later.get("theme", "dark")).isEqualTo("light");
            assertThat(later.get("agent", "")).isEqualTo("openai");
        }
    }

    @Test
    void aFileThatIsNoneOfOursCostsTheMemoryAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("window.properties"), "theme=\\uZZZZ");
        try (WindowPreferences remembered = WindowPreferences.in(folder)) {
            assertThat(remembered.get("theme", "dark")).isEqualTo("dark");
        }
    }
}
