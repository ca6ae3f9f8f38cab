package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Compensates the drift between the line's clock and a sound card's: keeps the fill of the ring between them small and steady. It watches
 * the smallest reserve over half a second and asks for 10 ms to be dropped or repeated in a silent stretch. Owned by the line thread.
 *
 * <p>10 ms is half a frame: corrections of whole frames would need a target range, and so a delay, 10 ms larger.
 */
final class DriftCompensator {
    /** Samples of one correction. */
    static final int STEP = SpeechEnergy.WINDOW;
    /** The reserve at the start: one transfer that may be about to happen, plus {@link #LOW}. */
    static final int START = ms(14);

    /** Lower bound of the target range: one transfer of a card plus the drift until the next silence. */
    private static final int LOW = ms(5);

    /** Upper bound of the target range: more than one correction above {@link #LOW}, so that a correction cannot overshoot. */
    private static final int HIGH = ms(18);

    /** A reserve this large for {@link #LATE_TICKS}, after a pause of the machine, is corrected without waiting for silence. */
    private static final int LATE = ms(60);

    private static final int LATE_TICKS = 15;
    private static final int STALLED = ms(300);
    private static final int WATCH_TICKS = 25;

    /** Ticks ignored at first: a card that was just opened takes some audio at once before it runs steadily. */
    private static final int SETTLING_TICKS = 25;

    private int leastReserve = Integer.MAX_VALUE;
    private int ticks = -SETTLING_TICKS;
    private int lateTicks;
    private int leastLate;
    private long corrections;

    /**
     * Decides the correction for this tick's audio.
     *
     * @param reserve samples waiting beyond those that this tick needs
     * @param silent true if a correction now would be inaudible
     * @return 0 for none, -{@link #STEP} to repeat that many samples, or the number of samples to drop
     */
    int correction(int reserve, boolean silent) {
        if (reserve > STALLED) {
            return corrected(reserve - START);
        }
        countLate(reserve);
        if (lateTicks >= LATE_TICKS) {
            return corrected(leastLate - START);
        }
        ticks++;
        leastReserve = ticks <= 0 ? leastReserve : Math.min(leastReserve, reserve);
        if (ticks < WATCH_TICKS) {
            return 0;
        }
        if (leastReserve >= LOW && leastReserve <= HIGH) {
            restartWatch();
            return 0;
        }
        return silent ? step(leastReserve < LOW ? STEP : -STEP) : 0;
    }

    private void countLate(int reserve) {
        leastLate = lateTicks == 0 ? reserve : Math.min(leastLate, reserve);
        lateTicks = reserve > LATE ? lateTicks + 1 : 0;
    }

    /** The reserve after a correction is known, so the next correction may follow in the next silence. */
    private int step(int reserveGained) {
        corrections++;
        leastReserve += reserveGained;
        return -reserveGained;
    }

    /** Counts an underrun: the ring was empty and substitute audio was played. */
    void underrun() {
        corrections++;
        restartWatch();
    }

    long corrections() {
        return corrections;
    }

    private int corrected(int by) {
        corrections++;
        restartWatch();
        return by;
    }

    private void restartWatch() {
        ticks = 0;
        lateTicks = 0;
        leastReserve = Integer.MAX_VALUE;
    }

    private static int ms(int ms) {
        return ms * LineFrame.RATE_HZ / 1000;
    }
}
