package dev.sidetone.ui.latency;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Shows the five figures of a call as tiles. */
public final class NumbersPane extends HBox {
    public NumbersPane(LatencyModel model) {
        getStyleClass().add("numbers");
        String ttfa = "TTFA, time to first audio: end of the caller's speech to the agent audible, at the caller's ear";
        getChildren()
                .addAll(
                        tile("last", "Last TTFA", ttfa, model.lastProperty()),
                        tile(
                                "median",
                                "Median TTFA",
                                ttfa + ". Over the turns that are judged",
                                model.medianProperty()),
                        tile("slowest", "Slowest TTFA", ttfa, model.slowestProperty()),
                        tile(
                                "greeting",
                                "Greeting",
                                "From the start of the stream to the agent's first audible word",
                                model.greetingProperty()),
                        tile(
                                "barge-in",
                                "Barge-in silence",
                                "From the caller's first word over the agent to silence at the caller's ear",
                                model.bargeInProperty()));
    }

    private static Node tile(String id, String caption, String meaning, ReadOnlyObjectProperty<Tile> shown) {
        FigureTile tile = new FigureTile(id, caption, meaning);
        HBox.setHgrow(tile, Priority.ALWAYS);
        shown.subscribe(tile::show);
        return tile;
    }
}
