package dev.sidetone.ui.sound;

import dev.sidetone.bridge.audio.SpeechEnergy;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** A bar that shows a sound level, with a line at the threshold of speech. */
final class LevelBar extends Region {
    private static final double LOWEST_DBM0 = -60;
    private static final double HIGHEST_DBM0 = 3;
    private static final double LOUD_DBM0 = -6;
    private static final double HEIGHT = 6;
    private static final PseudoClass VOICED = PseudoClass.getPseudoClass("voiced");
    private static final PseudoClass LOUD = PseudoClass.getPseudoClass("loud");

    private final Region bar = new Region();
    private final Region threshold = new Region();
    private double shown;

    LevelBar(ReadOnlyDoubleProperty dbm0) {
        getStyleClass().add("level");
        bar.getStyleClass().add("bar");
        threshold.getStyleClass().add("threshold");
        getChildren().addAll(bar, threshold);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        dbm0.subscribe(level -> show(level.doubleValue()));
    }

    private void show(double dbm0) {
        shown = share(dbm0);
        bar.pseudoClassStateChanged(VOICED, dbm0 > SpeechEnergy.AUDIBLE_DBM0);
        bar.pseudoClassStateChanged(LOUD, dbm0 > LOUD_DBM0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, Math.rint(shown * getWidth()), getHeight());
        threshold.resizeRelocate(Math.rint(share(SpeechEnergy.AUDIBLE_DBM0) * getWidth()), 0, 1, getHeight());
    }

    private static double share(double dbm0) {
        return Math.max(0, Math.min(1, (dbm0 - LOWEST_DBM0) / (HIGHEST_DBM0 - LOWEST_DBM0)));
    }
}
