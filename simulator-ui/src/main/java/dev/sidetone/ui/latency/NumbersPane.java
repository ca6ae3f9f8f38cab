package dev.sidetone.ui.latency;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Shows the figures of a call in one row: the median large, and four others beside it. */
public final class NumbersPane extends HBox {
    /** With less, the last turn's figure gives way: it is in the list of turns, too. */
    private static final double ROOM_FOR_ALL_PX = 540;
    /** With still less, the greeting's: it is in the list of events, too. */
    private static final double ROOM_FOR_FOUR_PX = 460;

    private static final String TTFA =
            "TTFA, time to first audio: end of the caller's speech to the agent audible, at the caller's ear";

    public NumbersPane(LatencyModel model) {
        getStyleClass().add("numbers");
        FigureTile median =
                tile("median", "Median TTFA", TTFA + ". Over the turns that are judged", model.medianProperty());
        median.getStyleClass().add("large");
        median.compare(model.againstProperty());
        median.setPrefWidth(USE_COMPUTED_SIZE);
        median.setMinWidth(USE_PREF_SIZE);
        FigureTile last = tile("last", "Last", TTFA, model.lastProperty());
        shownFrom(ROOM_FOR_ALL_PX, last);
        FigureTile greeting = tile(
                "greeting",
                "Greeting",
                "From the start of the stream to the agent's first audible word",
                model.greetingProperty());
        shownFrom(ROOM_FOR_FOUR_PX, greeting);
        getChildren()
                .addAll(
                        median,
                        last,
                        tile("slowest", "Slowest", TTFA, model.slowestProperty()),
                        tile(
                                "barge-in",
                                "Barge-in",
                                "From the caller's first word over the agent to silence at the caller's ear",
                                model.bargeInProperty()),
                        greeting);
    }

    private void shownFrom(double widthPx, FigureTile tile) {
        tile.visibleProperty().bind(widthProperty().greaterThan(widthPx));
        tile.managedProperty().bind(tile.visibleProperty());
    }

    private static FigureTile tile(String id, String caption, String meaning, ReadOnlyObjectProperty<Tile> shown) {
        FigureTile tile = new FigureTile(id, caption, meaning);
        HBox.setHgrow(tile, Priority.ALWAYS);
        shown.subscribe(tile::show);
        return tile;
    }
}
