package dev.sidetone.bench.simulation;

import java.util.List;

/**
 * How the called person takes a call that the server places over the REST API. Immutable.
 *
 * @param afterMs so long it rings before
 */
public record PlannedRing(Kind kind, int afterMs) {
    /** The kinds of taking it. */
    public enum Kind {
        /** It is known beforehand that somebody picks up. */
        PICKS_UP,
        /** Somebody decides while it rings, and picks up. */
        DECIDES,
        /** Somebody decides while it rings, and does not pick up. */
        DECLINES,
        BUSY,
        NO_ANSWER,
        /** The number cannot be reached. */
        FAILED
    }

    static PlannedRing parse(List<String> words) {
        return new PlannedRing(TimedFault.named(Kind.class, words.get(0)), Integer.parseInt(words.get(1)));
    }

    /** Whether somebody picks up, if nothing comes between. */
    boolean isTaken() {
        return kind == Kind.PICKS_UP || kind == Kind.DECIDES;
    }

    /** The call's last status where nobody picks up. */
    String refusal() {
        return switch (kind) {
            case NO_ANSWER -> "no-answer";
            case FAILED -> "failed";
            default -> "busy";
        };
    }

    @Override
    public String toString() {
        return TimedFault.word(kind) + " " + afterMs;
    }
}
