package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;

/** 300 to 3400 Hz at 8 kHz: a Butterworth high pass and low pass of fourth order. Keeps its state from frame to frame. Owned by {@link SoundFaults}. */
final class TelephoneBand implements SoundFault.SampleFilter {
    private static final double LOW_HZ = 300;
    private static final double HIGH_HZ = 3400;
    /** The qualities of the two halves of a Butterworth filter of fourth order. */
    private static final double[] QUALITIES = {0.54119610, 1.30656296};

    private final Section[] sections = {
        new Section(LOW_HZ, QUALITIES[0], true),
        new Section(LOW_HZ, QUALITIES[1], true),
        new Section(HIGH_HZ, QUALITIES[0], false),
        new Section(HIGH_HZ, QUALITIES[1], false)
    };

    @Override
    public void filter(double[] samples) {
        for (Section section : sections) {
            for (int i = 0; i < samples.length; i++) {
                samples[i] = section.next(samples[i]);
            }
        }
    }

    /** A second-order section, by the bilinear transform. */
    private static final class Section {
        private final double b0;
        private final double b1;
        private final double a1;
        private final double a2;
        private double first;
        private double second;

        Section(double cornerHz, double quality, boolean highPass) {
            double angle = 2 * Math.PI * cornerHz / LineFrame.RATE_HZ;
            double alpha = Math.sin(angle) / (2 * quality);
            double edge = highPass ? 1 + Math.cos(angle) : 1 - Math.cos(angle);
            double a0 = 1 + alpha;
            this.b0 = edge / 2 / a0;
            this.b1 = (highPass ? -edge : edge) / a0;
            this.a1 = -2 * Math.cos(angle) / a0;
            this.a2 = (1 - alpha) / a0;
        }

        double next(double in) {
            double out = b0 * in + first;
            first = b1 * in - a1 * out + second;
            second = b0 * in - a2 * out;
            return out;
        }
    }
}
