package dev.sidetone.ui.selection;

/**
 * A part of the call in view that a user selected. Immutable.
 *
 * @param kind what was selected
 * @param number which one of its kind, as its list counts them
 * @param fromMs where it begins on the call's clock, ms
 * @param toMs where it ends; {@code fromMs} for a moment
 */
public record Selection(Kind kind, long number, double fromMs, double toMs) {
    /** The kinds of parts. */
    public enum Kind {
        /** A turn, by its number in the result. */
        TURN,
        /** A barge-in, by its index in the result. */
        BARGE_IN,
        /** A line of the event list, by its index. */
        EVENT,
        /** A finding, by its index in the result. */
        FINDING,
        /** A message of either wire, by its index in the wire view. */
        MESSAGE
    }

    /** A single moment. */
    public static Selection moment(Kind kind, long number, double atMs) {
        return new Selection(kind, number, atMs, atMs);
    }

    /** Whether it is this one. */
    public boolean is(Kind kind, long number) {
        return this.kind == kind && this.number == number;
    }

    /** Whether it touches the span from {@code fromMs} to {@code toMs}. */
    public boolean touches(double fromMs, double toMs) {
        return this.fromMs <= toMs && fromMs <= this.toMs;
    }
}
