package dev.sidetone.bench;

import dev.sidetone.bridge.audio.Resampler;

/** What the resampler lets through, tone by tone, on the way to the line and away from it: a table in dB. */
public final class ResamplerResponse {
    private static final int LINE_HZ = 8_000;
    private static final int[] RATES_HZ = {16_000, 24_000, 48_000};
    private static final int[] TONES_HZ = {100, 300, 1_000, 2_000, 3_000, 3_400, 4_010, 4_600, 5_000, 6_000, 7_000};
    private static final double AMPLITUDE = 20_000;

    private ResamplerResponse() {}

    public static void main(String[] arguments) {
        System.out.printf("%-16s", "dB at");
        for (int hz : TONES_HZ) {
            System.out.printf("%8d", hz);
        }
        System.out.printf("%10s%n", "delay ms");
        for (int rateHz : RATES_HZ) {
            row(rateHz, LINE_HZ);
            row(LINE_HZ, rateHz);
        }
        System.out.println("wanted: within 0.5 to 3400 Hz, -30 at 4000, -60 from 4600 on, a delay of at most 2 ms");
    }

    private static void row(int fromHz, int toHz) {
        System.out.printf("%-16s", fromHz + " -> " + toHz);
        for (int hz : TONES_HZ) {
            if (hz < fromHz / 2) {
                System.out.printf("%8.2f", throughDb(fromHz, toHz, hz));
            } else {
                System.out.printf("%8s", "-");
            }
        }
        System.out.printf("%10.2f%n", new Resampler(fromHz, toHz).delayNs() / 1e6);
    }

    private static double throughDb(int fromHz, int toHz, int hz) {
        short[] tone = new short[fromHz];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hz * i / fromHz));
        }
        short[] out = new Resampler(fromHz, toHz).resample(tone);
        double sum = 0;
        for (int i = out.length / 10; i < out.length; i++) {
            sum += (double) out[i] * out[i];
        }
        double power = sum / (out.length - out.length / 10) / (AMPLITUDE * AMPLITUDE / 2);
        return 10 * Math.log10(power + 1e-12);
    }
}
