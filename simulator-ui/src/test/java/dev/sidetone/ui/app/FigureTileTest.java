package dev.sidetone.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.latency.FigureTile;
import dev.sidetone.ui.latency.NumbersPane;
import dev.sidetone.ui.latency.Tile;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class FigureTileTest {
    /** That of a tile in the window's smallest size, 1024 x 700. */
    private static final int WIDTH_PX = 128;

    @ParameterizedTest
    @CsvSource({"7 ms, turn 1", "1222 ms, n=20 · p95 1222", "12222 ms, n=120 · p95 12222", "99999 ms, 99.9 s discarded"
    })
    void aFigureOfAnySizeIsReadWhole(String value, String detail) throws Exception {
        assertThat(cutOff(new Tile(value, detail, null))).isEmpty();
    }

    private static List<String> cutOff(Tile figure) throws Exception {
        TextDrawing.start();
        return OpenWindow.onFx(() -> {
            FigureTile tile = new FigureTile("last", "Barge-in", "");
            tile.show(figure);
            HBox.setHgrow(tile, Priority.ALWAYS);
            HBox tiles = new HBox(tile);
            tiles.getStyleClass().add("numbers");
            Css.load(tiles, NumbersPane.class);
            Scene scene = new Scene(tiles, WIDTH_PX, 100);
            tiles.applyCss();
            tiles.layout();
            return LayoutCheck.amiss(scene);
        });
    }
}
