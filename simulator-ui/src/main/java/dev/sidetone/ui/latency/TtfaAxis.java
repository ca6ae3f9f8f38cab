package dev.sidetone.ui.latency;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The labels, in ms, of the lines across the TTFA bars. */
final class TtfaAxis extends Region {
    private static final double HEIGHT = 16;
    private static final double GAP = 6;

    private List<TtfaScale.GridLine> marks = named();
    private final List<Label> labels = new ArrayList<>();
    private TtfaScale scale = TtfaScale.reaching(0);

    TtfaAxis() {
        getStyleClass().add("turn-axis");
        for (TtfaScale.GridLine mark : marks) {
            Label label = new Label(text(mark));
            labels.add(label);
            getChildren().add(label);
        }
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    private static List<TtfaScale.GridLine> named() {
        return TtfaScale.lines().stream().filter(TtfaScale.GridLine::named).toList();
    }

    private static String text(TtfaScale.GridLine mark) {
        return String.valueOf(Math.round(mark.ms()));
    }

    void show(TtfaScale common) {
        scale = common;
        marks = named();
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setText(text(marks.get(i)));
        }
        requestLayout();
    }

    /** Centres each label over its line, moves it beside a neighbour or the edge, and hides it without space. */
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
