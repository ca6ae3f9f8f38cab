package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the window was, as it is remembered. */
class WindowPlaceTest {
    @Test
    void aPlaceIsReadAsItWasWritten() {
        assertThat(WindowPlace.read("-12.5,40.0,1280.0,800.0")).isEqualTo(new Rectangle2D(-12.5, 40, 1280, 800));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "1,2,3,4,5", "a,b,c,d", "0,0,-1,5", "NaN,0,1,1", "0,0,Infinity,1"})
    void whatIsNoPlaceIsNone(String text) {
        assertThat(WindowPlace.read(text)).isNull();
    }
}
