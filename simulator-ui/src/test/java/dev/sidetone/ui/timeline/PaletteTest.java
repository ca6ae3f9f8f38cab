package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final double AA = 4.5;
    private static final Set<TimelineColor> WRITTEN =
            EnumSet.complementOf(EnumSet.of(TimelineColor.BACKGROUND, TimelineColor.LANE, TimelineColor.GRID));

    @Test
    void everyLabelIsReadableOnItsOwnTintInBothThemes() {
        for (boolean dark : new boolean[] {false, true}) {
            Palette palette = new Palette(color -> color.defaultColor(dark));
            for (TimelineColor color : WRITTEN) {
                assertThat(Palette.contrast(palette.ink(color), palette.wash(color)))
                        .as("%s, %s", color, dark ? "dark" : "light")
                        .isGreaterThanOrEqualTo(AA);
                assertThat(Palette.contrast(palette.full(color), palette.full(TimelineColor.BACKGROUND)))
                        .as("%s on the background, %s", color, dark ? "dark" : "light")
                        .isGreaterThanOrEqualTo(AA);
            }
        }
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(Palette.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Palette.contrast(Color.web("#767676"), Color.WHITE)).isBetween(4.5, 4.6);
    }
}
