package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;

/**
 * Keeps the ring between the line's clock and a card's at a small fill: it watches the least reserve that was left over half a second, so
 * that lumps and lateness are allowed for as they are, and asks for 10 ms more or less in a silent stretch. Owned by the line thread.
 *
 * <p>10 ms is half a frame: with whole frames the band would have to be, and the sound be late by, 10 ms more.
 */
final class DriftCompensator {
    /** One correction. */
    static final int STEP = SpeechEnergy.WINDOW;
    /** The reserve to start with: the lump that may be just about to come, and {@link #LOW}. */
    static final int START = ms(14);

    /** Above one chunk of a card, and what the clocks may slip before there is a silence to correct it in. */
    private static final int LOW = ms(5);

    /** One correction and more above: whatever the reserve is, one correction at a time brings it inside. */
    private static final int HIGH = ms(18);

    /** After a pause of the machine: too late to wait for silence, if it lasts. */
    private static final int LATE = ms(60);

    private static final int LATE_TICKS = 15;
    private static final int STALLED = ms(300);
    private static final int WATCH_TICKS = 25;

    /** A card that was just opened swallows some sound at once and then finds its pace. */
    private static final int SETTLING_TICKS = 25;

    private int leastReserve = Integer.MAX_VALUE;
    private int ticks = -SETTLING_TICKS;
    private int lateTicks;
    private int leastLate;
    private long corrections;

    /**
     * What to do with this tick's sound.
     *
     * @param reserve samples that wait beyond those this tick needs
     * @param silent whether nobody would hear a correction now
     * @return 0 to do nothing, -{@link #STEP} to repeat that many samples, or how many to leave out
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
            watchAnew();
            return 0;
        }
        return silent ? step(leastReserve < LOW ? STEP : -STEP) : 0;
    }

    private void countLate(int reserve) {
        leastLate = lateTicks == 0 ? reserve : Math.min(leastLate, reserve);
        lateTicks = reserve > LATE ? lateTicks + 1 : 0;
    }

    /** What one step leaves is known, so the next may follow in the next silence. */
    private int step(int reserveGained) {
        corrections++;
        leastReserve += reserveGained;
        return -reserveGained;
    }

    /** The ring was empty when it should not have been, and something was played in its place. */
    void ranDry() {
        corrections++;
        watchAnew();
    }

    long corrections() {
        return corrections;
    }

    private int corrected(int by) {
        corrections++;
        watchAnew();
        return by;
    }

    private void watchAnew() {
        ticks = 0;
        lateTicks = 0;
        leastReserve = Integer.MAX_VALUE;
    }

    private static int ms(int ms) {
        return ms * LineFrame.RATE_HZ / 1000;
    }
}
