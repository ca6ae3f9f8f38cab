package dev.sidetone.simulator.timeline;

import java.util.Locale;

/** The weight of a finding: an error fails the command, a warning does with {@code --strict}. */
public enum Severity {
    ERROR,
    WARNING,
    SUSPICION,
    INFO;

    /** The word in results and on the terminal. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
