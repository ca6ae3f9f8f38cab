package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void linuxWithoutADisplayIsToldSoBeforeAnythingIsTried() {
        assertThat(Display.whatIsMissing(Map.of(), "Linux")).contains("DISPLAY is not set");
        assertThat(Display.whatIsMissing(Map.of("DISPLAY", ""), "Linux")).isNotNull();
        assertThat(Display.whatIsMissing(Map.of("DISPLAY", ":0"), "Linux")).isNull();
        assertThat(Display.whatIsMissing(Map.of(), "Mac OS X")).isNull();
        assertThat(Display.whatIsMissing(Map.of(), "Windows 11")).isNull();
    }

    @Test
    void whatJavaFxRefusesIsSaidWithItsCure() {
        assertThat(Display.whyNot(new UnsupportedOperationException("Unable to load glass GTK library.")))
                .contains("apt-get install libgtk-3-0");
        assertThat(Display.whyNot(new UnsupportedOperationException("Unable to open DISPLAY")))
                .contains("cannot be reached");
        assertThat(Display.whyNot(new RuntimeException("outer", new IllegalStateException("Odd."))))
                .isEqualTo("no window can be opened here: Odd");
        assertThat(Display.whyNot(new IllegalStateException())).contains("IllegalStateException");
    }
}
