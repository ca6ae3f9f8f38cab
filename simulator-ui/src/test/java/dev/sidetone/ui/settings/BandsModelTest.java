package dev.sidetone.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.report.TtfaBands;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("QualityBand")
class BandsModelTest {
    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void usual() {
        QualityBand.use(TtfaBands.USUAL);
    }

    @Test
    void otherBandsColourFiguresAtOnceAndAreRemembered() {
        try (WindowPreferences remembered = WindowPreferences.in(folder)) {
            BandsModel bands = new BandsModel(remembered);
            bands.goodProperty().set("500");
            assertThat(QualityBand.ofTtfaMs(600)).isEqualTo(QualityBand.AMBER);
        }
        QualityBand.use(TtfaBands.USUAL);
        try (WindowPreferences remembered = WindowPreferences.in(folder)) {
            BandsModel again = new BandsModel(remembered);
            assertThat(again.goodProperty().get()).isEqualTo("500");
            assertThat(QualityBand.bands()).isEqualTo(new TtfaBands(500, 1115, 1400));
            again.reset();
            assertThat(QualityBand.bands()).isEqualTo(TtfaBands.USUAL);
        }
    }

    @Test
    void bandsThatDoNotRiseAreSaidAndNotUsed() {
        try (WindowPreferences remembered = WindowPreferences.in(folder)) {
            BandsModel bands = new BandsModel(remembered);
            for (String wrong : new String[] {"", "x", "0", "-5", "1115", "99999999999", "1.5"}) {
                bands.goodProperty().set(wrong);
                assertThat(bands.problemProperty().get()).as(wrong).startsWith("Write three whole numbers");
                assertThat(QualityBand.bands()).isEqualTo(TtfaBands.USUAL);
            }
            bands.goodProperty().set(" 700 ");
            assertThat(bands.problemProperty().get()).isEmpty();
        }
    }
}
