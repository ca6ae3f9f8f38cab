package dev.sidetone.ui.timeline;

import java.util.Locale;

/** Computes the ticks of the time axis and formats its times. Stateless. */
final class TimeAxis {
    private static final double[] STEPS_MS = {
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000
    };

    private TimeAxis() {}

    /** Returns the smallest round step whose ticks are at least {@code apartPx} apart. */
    static double stepMs(double msPerPx, double apartPx) {
        for (double step : STEPS_MS) {
            if (step / msPerPx >= apartPx) {
                return step;
            }
        }
        return STEPS_MS[STEPS_MS.length - 1];
    }

    /** Formats a tick as minutes and seconds, with tenths if the step needs them, hours if there are any, and a minus before the beginning. */
    static String time(double ms, double stepMs) {
        return ms < 0 ? "-" + time(-ms, stepMs) : distance(ms, stepMs);
    }

    private static String distance(double ms, double stepMs) {
        long tenths = Math.round(ms / 100);
        long seconds = tenths / 10;
        String clock = seconds < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
        return stepMs < 1_000 ? clock + "." + tenths % 10 : clock;
    }

    /** Formats a moment with milliseconds. */
    static String exactTime(double ms) {
        if (ms < 0) {
            return "-" + exactTime(-ms);
        }
        long whole = (long) Math.floor(ms);
        return time((double) (whole - whole % 1000), 1_000) + String.format(Locale.ROOT, ".%03d", whole % 1000);
    }
}
