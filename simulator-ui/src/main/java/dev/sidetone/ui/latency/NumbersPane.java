package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

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
        Label value = new Label();
        value.setId(id);
        value.getStyleClass().add("value");
        Label detail = new Label();
        detail.setId(id + "-detail");
        detail.getStyleClass().add("detail");
        Label title = new Label(caption);
        title.getStyleClass().add("title");
        VBox tile = new VBox(title, value, detail);
        tile.getStyleClass().addAll("tile", "card");
        tile.setMinWidth(0);
        tile.setPrefWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        Tooltip.install(tile, new Tooltip(meaning));
        shown.subscribe(number -> {
            value.setText(number.value());
            detail.setText(number.detail());
            Css.mark(tile, QualityBand.values(), number.band());
        });
        return tile;
    }
}
