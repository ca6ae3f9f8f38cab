package dev.sidetone.simulator.line.fault;

/** Converts loudness on the line to the size of samples. Stateless. */
final class Loudness {
    /** The average of a voice on the line while it speaks: what levels "below the voice" count from. */
    static final double VOICE_DBM0 = -18;

    /** A sine that reads 3.17 dBm0 has this peak. */
    private static final double FULL_SCALE_PEAK = 8159 * 4;

    private static final double FULL_SCALE_DBM0 = 3.17;

    private Loudness() {}

    /** The root mean square of samples that are {@code dbm0} loud. */
    static double rms(double dbm0) {
        return FULL_SCALE_PEAK / Math.sqrt(2) * Math.pow(10, (dbm0 - FULL_SCALE_DBM0) / 20);
    }
}
