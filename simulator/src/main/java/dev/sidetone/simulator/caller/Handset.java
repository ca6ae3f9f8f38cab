package dev.sidetone.simulator.caller;

/** The phone in a caller's hand. Used on the line thread, inside {@link Caller#mouth} and {@link Caller#ear}. */
public interface Handset {
    /** Presses a key: one of 0-9, * and #. */
    void press(char digit);

    /** Hangs up after this tick. */
    void hangUp();

    /** Says that the turn's first voiced sample is at {@code sample} (0..159) of the frame that {@link Caller#mouth} is making. */
    void speechStarts(int sample);

    /** Says that the turn's last voiced sample ends before {@code sample} (1..160) of the frame that {@link Caller#mouth} is making. */
    void speechEnds(int sample);

    /** Tells the person who watches the call something: a device was lost, a recorded caller takes over. */
    void note(String text);
}
