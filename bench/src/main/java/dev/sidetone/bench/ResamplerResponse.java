package dev.sidetone.bench;

import dev.sidetone.bridge.audio.Resampler;
import java.util.Arrays;
import java.util.Random;

/**
 * Measures the frequency response of the resampler to the line and away from it: a table in dB, and a table of the worst values over all tones,
 * 20 Hz apart, with the difference when audio arrives in chunks of odd sizes.
 */
public final class ResamplerResponse {
    private static final int LINE_HZ = 8_000;
    private static final int[] RATES_HZ = {16_000, 24_000, 48_000};
    private static final int[] TONES_HZ = {100, 300, 1_000, 2_000, 3_000, 3_400, 4_010, 4_600, 5_000, 6_000, 7_000};
    /** Just above 4 kHz: a tone of exactly 4 kHz aliases onto itself, so its level depends on its phase. */
    private static final int NYQUIST_HZ = 4_010;

    private static final int STEP_HZ = 20;
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
        System.out.printf(
                "%n%-16s%12s%12s%14s%12s%12s%n",
                "worst of all", "ripple dB", "at 4.01 kHz", "from 4.6 kHz", "delay ms", "in chunks");
        for (int rateHz : RATES_HZ) {
            worst(rateHz, LINE_HZ);
            worst(LINE_HZ, rateHz);
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

    /** Prints the worst values. Upsampling is measured by its images, because its input has nothing above 4 kHz. */
    private static void worst(int fromHz, int toHz) {
        boolean down = fromHz > toHz;
        double ripple = 0;
        for (int hz = 100; hz <= 3_400; hz += STEP_HZ) {
            ripple = Math.max(ripple, Math.abs(throughDb(fromHz, toHz, hz)));
        }
        double stopped = -120;
        if (down) {
            for (int hz = 4_600; hz < fromHz / 2; hz += STEP_HZ) {
                stopped = Math.max(stopped, throughDb(fromHz, toHz, hz));
            }
        } else {
            for (int hz = 100; hz <= 3_400; hz += STEP_HZ) {
                stopped = Math.max(stopped, imageDb(fromHz, toHz, hz));
            }
        }
        System.out.printf(
                "%-16s%12.2f%12s%14.1f%12.2f%12d%n",
                fromHz + " -> " + toHz,
                ripple,
                down ? String.format("%.1f", throughDb(fromHz, toHz, NYQUIST_HZ)) : "-",
                stopped,
                new Resampler(fromHz, toHz).delayNs() / 1e6,
                differenceInChunks(fromHz, toHz));
    }

    /** Returns the level of everything in the output except the tone, dB. */
    private static double imageDb(int fromHz, int toHz, int hz) {
        short[] out = new Resampler(fromHz, toHz).resample(tone(fromHz, hz));
        int begin = out.length / 10;
        double cosine = 0;
        double sine = 0;
        for (int i = begin; i < out.length; i++) {
            cosine += out[i] * Math.cos(2 * Math.PI * hz * i / toHz) * 2 / (out.length - begin);
            sine += out[i] * Math.sin(2 * Math.PI * hz * i / toHz) * 2 / (out.length - begin);
        }
        double sum = 0;
        for (int i = begin; i < out.length; i++) {
            double angle = 2 * Math.PI * hz * i / toHz;
            double rest = out[i] - cosine * Math.cos(angle) - sine * Math.sin(angle);
            sum += rest * rest;
        }
        return 10 * Math.log10(sum / (out.length - begin) / (AMPLITUDE * AMPLITUDE / 2) + 1e-12);
    }

    /** Returns the largest sample difference between one second as a whole and in chunks of 1 to 400 samples. */
    private static int differenceInChunks(int fromHz, int toHz) {
        Random random = new Random(7);
        short[] in = tone(fromHz, 1_000);
        short[] whole = new Resampler(fromHz, toHz).resample(in);
        Resampler chunked = new Resampler(fromHz, toHz);
        int largest = 0;
        int written = 0;
        for (int at = 0; at < in.length; ) {
            int length = Math.min(in.length - at, 1 + random.nextInt(400));
            for (short sample : chunked.resample(Arrays.copyOfRange(in, at, at + length))) {
                largest = Math.max(largest, Math.abs(sample - whole[written]));
                written++;
            }
            at += length;
        }
        return largest;
    }

    private static short[] tone(int rateHz, int hz) {
        short[] tone = new short[rateHz];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hz * i / rateHz));
        }
        return tone;
    }

    private static double throughDb(int fromHz, int toHz, int hz) {
        short[] out = new Resampler(fromHz, toHz).resample(tone(fromHz, hz));
        double sum = 0;
        for (int i = out.length / 10; i < out.length; i++) {
            sum += (double) out[i] * out[i];
        }
        double power = sum / (out.length - out.length / 10) / (AMPLITUDE * AMPLITUDE / 2);
        return 10 * Math.log10(power + 1e-12);
    }
}
