package dev.sidetone.simulator.score;

import java.util.Locale;

/** The channel of a recording that carries the caller. */
public enum CallerChannel {
    LEFT,
    RIGHT,
    /** The left one, as nearly all recorders have it, unless what is heard shows the opposite. */
    AUTO;

    /** The word in options and results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
