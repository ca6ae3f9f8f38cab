package dev.sidetone.simulator.caller;

import dev.sidetone.fixtures.ProbeKind;

/** The telephone that a caller uses. Called on the line thread, inside {@link Caller#mouth} and {@link Caller#ear}. */
public interface Handset {
    /** Presses a key: one of 0-9, * and #. */
    void press(char digit);

    /** Hangs up after this tick. */
    void hangUp();

    /**
     * Reports the words of the turn that is about to begin, of a caller who knows them; before {@link #speechStarts}.
     *
     * @param samples how long it takes to say them
     */
    default void says(String words, int samples) {}

    /** Reports that the turn's first voiced sample is at {@code sample} (0..159) of the frame that {@link Caller#mouth} is making. */
    void speechStarts(int sample);

    /** Reports that the turn's last voiced sample ends before {@code sample} (1..160) of the frame that {@link Caller#mouth} is making. */
    void speechEnds(int sample);

    /** Reports that the first sample of a probe, which is no turn, is at {@code sample} of the frame that is being made. */
    default void probeStarts(ProbeKind kind, int sample) {}

    /** Reports that the last sample of a probe is before {@code sample} (1..160) of the frame that is being made. */
    default void probeEnds(int sample) {}

    /** Reports that there is nothing more to say or to press: what follows is listening and hanging up. */
    default void saidAll() {}

    /**
     * Reports that the caller's script begins its step {@code number}, counted from 1.
     *
     * @param text the step in the words of the script, on one line
     */
    default void stepBegins(int number, String text) {}

    /** Reports that the step which began last waited in vain: what it waited for did not come in time, and the next begins. */
    default void waitedInVain() {}

    /** Injects a fault into the line now, as {@code --fault} takes it but without a time; none that is of webhooks or of the REST API. */
    default void inject(String fault) {}

    /** Reports that the caller was muted, or is heard again. */
    default void muted(boolean silent) {}

    /**
     * Reports that another sound device is in use from now on.
     *
     * @param kind {@code microphone} or {@code speaker}
     * @param device its name; empty for the machine's default
     */
    default void deviceChanged(String kind, String device) {}

    /** Shows a note to the user: a device was lost, a recorded caller takes over. */
    void note(String text);
}
