package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;

/** A high or low pass of second order at 8 kHz, by the bilinear transform. Keeps its state from sample to sample. */
final class FilterSection {
    private final double b0;
    private final double b1;
    private final double a1;
    private final double a2;
    private double first;
    private double second;

    private FilterSection(double cornerHz, double quality, boolean highPass) {
        double angle = 2 * Math.PI * cornerHz / LineFrame.RATE_HZ;
        double alpha = Math.sin(angle) / (2 * quality);
        double edge = highPass ? 1 + Math.cos(angle) : 1 - Math.cos(angle);
        double a0 = 1 + alpha;
        this.b0 = edge / 2 / a0;
        this.b1 = (highPass ? -edge : edge) / a0;
        this.a1 = -2 * Math.cos(angle) / a0;
        this.a2 = (1 - alpha) / a0;
    }

    static FilterSection highPass(double cornerHz, double quality) {
        return new FilterSection(cornerHz, quality, true);
    }

    static FilterSection lowPass(double cornerHz, double quality) {
        return new FilterSection(cornerHz, quality, false);
    }

    double next(double in) {
        double out = b0 * in + first;
        first = b1 * in - a1 * out + second;
        second = b0 * in - a2 * out;
        return out;
    }
}
