package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayCheckTest {
    @Test
    void linuxWithoutADisplayIsToldSoBeforeAnythingIsTried() {
        assertThat(DisplayCheck.problem(Map.of(), "Linux")).contains("DISPLAY is not set");
        assertThat(DisplayCheck.problem(Map.of("DISPLAY", ""), "Linux")).isNotNull();
        assertThat(DisplayCheck.problem(Map.of("DISPLAY", ":0"), "Linux")).isNull();
        assertThat(DisplayCheck.problem(Map.of(), "Mac OS X")).isNull();
        assertThat(DisplayCheck.problem(Map.of(), "Windows 11")).isNull();
    }

    @Test
    void whatJavaFxRefusesIsSaidWithItsCure() {
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .contains("apt-get install libgtk-3-0");
        assertThat(DisplayCheck.explain(new UnsupportedOperationException("Unable to open DISPLAY")))
                .contains("cannot be reached");
        assertThat(DisplayCheck.explain(new RuntimeException("outer", new IllegalStateException("Odd."))))
                .isEqualTo("no window can be opened here: Odd");
        assertThat(DisplayCheck.explain(new IllegalStateException())).contains("IllegalStateException");
    }
}
