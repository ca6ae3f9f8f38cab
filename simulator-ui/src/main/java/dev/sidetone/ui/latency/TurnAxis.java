package dev.sidetone.ui.latency;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The milliseconds of the lines across the bars. */
final class TurnAxis extends Region {
    private static final double HEIGHT = 16;
    private static final double GAP = 6;

    private final List<TurnScale.Mark> marks =
            TurnScale.MARKS.stream().filter(TurnScale.Mark::named).toList();
    private final List<Label> labels = new ArrayList<>();
    private TurnScale scale = TurnScale.reaching(0);

    TurnAxis() {
        getStyleClass().add("turn-axis");
        for (TurnScale.Mark mark : marks) {
            Label label = new Label(String.valueOf(Math.round(mark.ms())));
            labels.add(label);
            getChildren().add(label);
        }
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(TurnScale common) {
        scale = common;
        requestLayout();
    }

    /** Centred over its line, moved aside where a neighbour or the edge is in the way; left out where there is no room at all. */
    @Override
    protected void layoutChildren() {
        double free = getWidth();
        for (int i = labels.size() - 1; i >= 0; i--) {
            Label label = labels.get(i);
            double width = label.prefWidth(-1);
            double x = Math.min(scale.at(marks.get(i).ms(), getWidth()) - width / 2, free - width);
            label.setVisible(x >= 0);
            label.resizeRelocate(Math.rint(x), 0, Math.ceil(width), HEIGHT);
            free = x - GAP;
        }
    }
}
