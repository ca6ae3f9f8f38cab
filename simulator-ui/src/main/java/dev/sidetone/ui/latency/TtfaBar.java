package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows the TTFA of one turn as a bar on the common scale, crossed by the lines of the bands. */
final class TtfaBar extends Region {
    private static final double THICKNESS = 12;
    private static final double UNJUDGED = 0.45;

    private final Region bar = new Region();
    private final List<Region> lines = new ArrayList<>();
    private TtfaScale scale = TtfaScale.reaching(0);
    private double ms;

    TtfaBar() {
        getStyleClass().add("turn-bar");
        bar.getStyleClass().add("bar");
        for (TtfaScale.GridLine mark : TtfaScale.LINES) {
            Region line = new Region();
            line.getStyleClass().add(mark.named() ? "line" : "thin-line");
            lines.add(line);
            getChildren().add(line);
        }
        getChildren().add(bar);
        setMinWidth(60);
    }

    void show(@Nullable Double ttfaMs, boolean judged, TtfaScale common) {
        ms = ttfaMs == null ? 0 : ttfaMs;
        scale = common;
        bar.setOpacity(judged ? 1 : UNJUDGED);
        bar.setVisible(ttfaMs != null);
        Css.mark(bar, QualityBand.values(), ttfaMs == null ? null : QualityBand.ofTtfaMs(ttfaMs));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        bar.resizeRelocate(0, Math.rint((getHeight() - THICKNESS) / 2), Math.rint(scale.at(ms, width)), THICKNESS);
        for (int i = 0; i < lines.size(); i++) {
            double x = Math.rint(scale.at(TtfaScale.LINES.get(i).ms(), width));
            lines.get(i).resizeRelocate(x, 0, 1, getHeight());
        }
    }
}
