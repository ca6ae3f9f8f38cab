package dev.sidetone.ui.latency;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Names the colours of the parts that a turn's TTFA went into. */
final class SplitLegend extends HBox {
    SplitLegend() {
        getStyleClass().add("split-legend");
        getChildren()
                .addAll(
                        part(
                                "endpointing",
                                "until the end was noticed",
                                "From the caller’s last sound until the agent noticed the end"),
                        part("agent", "agent", "From there to the first audio of the agent’s answer"),
                        part(
                                "rest",
                                "rest",
                                "Bridge, line, wait for the next 20 ms, and the quiet start of the answer"));
    }

    private static Label part(String style, String name, String meaning) {
        Region colour = new Region();
        colour.getStyleClass().addAll("colour", style);
        colour.setMinSize(10, 10);
        colour.setMaxSize(10, 10);
        Label label = new Label(name, colour);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setTooltip(new Tooltip(meaning));
        return label;
    }
}
