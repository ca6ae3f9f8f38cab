package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.report.QualityBand;
import java.util.Locale;
import javafx.scene.paint.Color;

/** The colours of the timeline. A style sheet sets them as {@code -timeline-…}; without one the light or dark default applies. */
enum TimelineColor {
    BACKGROUND("#ffffff", "#0d1117"),
    LANE("#f6f8fa", "#161b22"),
    GRID("#dfe4ea", "#262c35"),
    TEXT("#24292f", "#c9d1d9"),
    MUTED("#57606a", "#8b949e"),
    CALLER("#0969da", "#58a6ff"),
    AGENT("#1a7f37", "#3fb950"),
    CLEAR("#cf222e", "#f85149"),
    KEY("#8250df", "#bc8cff"),
    GREEN("#1a7f37", "#3fb950"),
    AMBER("#9a6700", "#e3b341"),
    ORANGE("#bc4c00", "#f0883e"),
    RED("#cf222e", "#f85149"),
    /** What is queued at Twilio. */
    QUEUE("#8250df", "#bc8cff"),
    /** The part of a TTFA in which the agent notices the end of speech. */
    ENDPOINT("#9a6700", "#e3b341"),
    /** The part of a TTFA until the agent's first audio. */
    THINKING("#1b7c83", "#39c5cf"),
    /** The rest of a TTFA: bridge, line, playout. */
    REST("#57606a", "#8b949e");

    private final String light;
    private final String dark;

    TimelineColor(String light, String dark) {
        this.light = light;
        this.dark = dark;
    }

    static TimelineColor of(QualityBand band) {
        return switch (band) {
            case GREEN -> GREEN;
            case AMBER -> AMBER;
            case ORANGE -> ORANGE;
            case RED -> RED;
        };
    }

    /** The name of its style property. */
    String property() {
        return "-timeline-" + name().toLowerCase(Locale.ROOT);
    }

    /** The default colour. */
    Color defaultColor(boolean onDark) {
        return Color.web(onDark ? dark : light);
    }
}
