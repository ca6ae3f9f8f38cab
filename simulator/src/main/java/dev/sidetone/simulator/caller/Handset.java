package dev.sidetone.simulator.caller;

/** The telephone that a caller uses. Called on the line thread, inside {@link Caller#mouth} and {@link Caller#ear}. */
public interface Handset {
    /** Presses a key: one of 0-9, * and #. */
    void press(char digit);

    /** Hangs up after this tick. */
    void hangUp();

    /** Reports that the turn's first voiced sample is at {@code sample} (0..159) of the frame that {@link Caller#mouth} is making. */
    void speechStarts(int sample);

    /** Reports that the turn's last voiced sample ends before {@code sample} (1..160) of the frame that {@link Caller#mouth} is making. */
    void speechEnds(int sample);

    /** Reports that there is nothing more to say or to press: what follows is listening and hanging up. */
    default void saidAll() {}

    /** Shows a note to the user: a device was lost, a recorded caller takes over. */
    void note(String text);
}
