package dev.sidetone.ui.latency;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The milliseconds of the lines across the bars. */
final class TtfaAxis extends Region {
    private static final double HEIGHT = 16;
    private static final double GAP = 6;

    private final List<TtfaScale.Mark> marks =
            TtfaScale.MARKS.stream().filter(TtfaScale.Mark::named).toList();
    private final List<Label> labels = new ArrayList<>();
    private TtfaScale scale = TtfaScale.reaching(0);

    TtfaAxis() {
        getStyleClass().add("turn-axis");
        for (TtfaScale.Mark mark : marks) {
            Label label = new Label(String.valueOf(Math.round(mark.ms())));
            labels.add(label);
            getChildren().add(label);
        }
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(TtfaScale common) {
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
