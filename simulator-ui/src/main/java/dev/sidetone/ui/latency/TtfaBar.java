package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.ui.fx.Css;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows the TTFA of one turn as a bar on the common scale, crossed by the lines of the bands: stacked of what it went into where that is
 * known, else in the colour of its band.
 */
final class TtfaBar extends Region {
    private static final double THICKNESS = 12;
    private static final double GHOST = 4;
    private static final double UNJUDGED = 0.45;

    private final Region whole = part("bar");
    private final Region endpointing = part("endpointing");
    private final Region agent = part("agent");
    private final Region rest = part("rest");
    private final Region ghost = part("ghost");
    private final List<Region> lines = new ArrayList<>();
    private TtfaScale scale = TtfaScale.reaching(0);
    private double ms;
    private double endpointingMs;
    private double agentMs;
    private double ghostMs;

    TtfaBar() {
        getStyleClass().add("turn-bar");
        for (TtfaScale.GridLine mark : TtfaScale.lines()) {
            Region line = new Region();
            line.getStyleClass().add(mark.named() ? "line" : "thin-line");
            lines.add(line);
            getChildren().add(line);
        }
        ghost.setVisible(false);
        getChildren().addAll(whole, endpointing, agent, rest, ghost);
        setMinWidth(60);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        return part;
    }

    void show(Turn turn, TtfaScale common) {
        Double ttfaMs = turn.ttfaMs();
        Parts parts = turn.parts();
        boolean split = ttfaMs != null && parts.agentMs() != null;
        ms = ttfaMs == null ? 0 : ttfaMs;
        endpointingMs = known(parts.endpointingMs());
        agentMs = known(parts.agentMs());
        scale = common;
        whole.setVisible(ttfaMs != null && !split);
        Css.mark(whole, QualityBand.values(), ttfaMs == null ? null : QualityBand.ofTtfaMs(ttfaMs));
        for (Region each : List.of(endpointing, agent, rest)) {
            each.setVisible(split);
        }
        for (Region each : List.of(whole, endpointing, agent, rest)) {
            each.setOpacity(turn.judged() ? 1 : UNJUDGED);
        }
        requestLayout();
    }

    /** Shows the same turn of the call that is compared with below the bar; null shows none. */
    void compare(@Nullable Double beforeMs) {
        ghostMs = known(beforeMs);
        ghost.setVisible(beforeMs != null);
        requestLayout();
    }

    private static double known(@Nullable Double partMs) {
        return partMs == null ? 0 : Math.max(0, partMs);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double below = Math.rint((getHeight() + THICKNESS) / 2);
        ghost.resizeRelocate(0, below, Math.rint(scale.at(ghostMs, width)), GHOST);
        lay(whole, 0, ms);
        lay(endpointing, 0, endpointingMs);
        lay(agent, endpointingMs, endpointingMs + agentMs);
        lay(rest, endpointingMs + agentMs, ms);
        for (int i = 0; i < lines.size(); i++) {
            double x = Math.rint(scale.at(TtfaScale.lines().get(i).ms(), width));
            lines.get(i).resizeRelocate(x, 0, 1, getHeight());
        }
    }

    private void lay(Region part, double fromMs, double toMs) {
        double from = Math.rint(scale.at(fromMs, getWidth()));
        double to = Math.rint(scale.at(Math.max(fromMs, toMs), getWidth()));
        part.resizeRelocate(from, Math.rint((getHeight() - THICKNESS) / 2), to - from, THICKNESS);
    }
}
