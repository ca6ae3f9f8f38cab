package dev.sidetone.simulator.timeline;

import java.util.Locale;

/** The party or cause that ended a call. */
public enum EndedBy {
    CALLER,
    SERVER,
    AGENT,
    REST,
    FAULT,
    TIMEOUT;

    /** The word in results and on the terminal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
