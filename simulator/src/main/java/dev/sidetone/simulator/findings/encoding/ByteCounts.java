package dev.sidetone.simulator.findings.encoding;

import java.util.Arrays;

/** Counts the bytes of a second in four lanes, how far neighbours lie apart in each, and jumps between neighbouring bytes. Owned by one user. */
final class ByteCounts {
    private static final int LANES = 4;
    private static final int VALUES = 256;
    /** The sixteens of values between which jumps are counted. */
    private static final int SIXTEENS = 16;

    private final int[][] count = new int[LANES][VALUES];
    private final int[] all = new int[VALUES];
    private final int[] jumps = new int[SIXTEENS * SIXTEENS];
    private final int[] latest = new int[2];
    private final long[] apart = new long[2];
    /** Of the bytes taken for unsigned, and for signed samples. */
    private final long[] energy = new long[2];

    private final long[] change = new long[2];
    private int bytes;
    private int previous;

    void add(int lane, int value) {
        count[lane][value]++;
        all[value]++;
        jumps[(previous & 0xF0) + (value >> 4)]++;
        int half = lane & 1;
        int difference = latest[half] - value & 0xFF;
        apart[half] += Math.min(difference, VALUES - difference);
        latest[half] = value;
        int unsigned = value - 0x80;
        int signed = (byte) value;
        int unsignedChange = value - previous;
        int signedChange = signed - (byte) previous;
        energy[0] += (long) unsigned * unsigned;
        energy[1] += (long) signed * signed;
        change[0] += (long) unsignedChange * unsignedChange;
        change[1] += (long) signedChange * signedChange;
        previous = value;
        bytes++;
    }

    void clear() {
        for (int[] lane : count) {
            Arrays.fill(lane, 0);
        }
        Arrays.fill(all, 0);
        Arrays.fill(jumps, 0);
        Arrays.fill(apart, 0);
        Arrays.fill(energy, 0);
        Arrays.fill(change, 0);
        bytes = 0;
    }

    int bytes() {
        return bytes;
    }

    int of(int value) {
        return all[value];
    }

    int of(int lane, int value) {
        return count[lane][value];
    }

    /** How often, of all neighbours, one had the upper four bits {@code one} and the other {@code other}, in either order. */
    double jumps(int one, int other) {
        return (double) (jumps[(one << 4) + other] + jumps[(other << 4) + one]) / bytes;
    }

    /** How far neighbours lie apart in every second byte on average, 0 to 128: 64 for noise that uses all values. */
    double apart(int half) {
        return 2.0 * apart[half] / bytes;
    }

    /** The energy of the change from sample to sample against that of the samples: 2 for white noise, less for voices. */
    double roughness(boolean signed) {
        int i = signed ? 1 : 0;
        return energy[i] == 0 ? 2 : (double) change[i] / energy[i];
    }

    /** The information in every byte, 0 to 8 bits. */
    double bits() {
        double bits = 0;
        for (int value = 0; value < VALUES; value++) {
            bits += bits(all[value], bytes);
        }
        return bits;
    }

    /** The same of every second byte. */
    double halfBits(int half) {
        double bits = 0;
        for (int value = 0; value < VALUES; value++) {
            bits += bits(count[half][value] + count[half + 2][value], bytes / 2);
        }
        return bits;
    }

    /** The same of one lane. */
    double laneBits(int lane) {
        double bits = 0;
        for (int value = 0; value < VALUES; value++) {
            bits += bits(count[lane][value], bytes / LANES);
        }
        return bits;
    }

    private static double bits(int count, int of) {
        return count == 0 ? 0 : -(double) count / of * Math.log((double) count / of) / Math.log(2);
    }

    /** How much the two halves differ in what values they have, 0 to 1. */
    double halvesDiffer() {
        int sum = 0;
        for (int value = 0; value < VALUES; value++) {
            sum += Math.abs(count[0][value] + count[2][value] - count[1][value] - count[3][value]);
        }
        return (double) sum / bytes;
    }
}
