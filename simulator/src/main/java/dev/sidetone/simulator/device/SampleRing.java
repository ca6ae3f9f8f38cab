package dev.sidetone.simulator.device;

/** Samples on their way from one thread to one other, without a lock: one of them puts, the other takes. */
final class SampleRing {
    private final short[] samples;
    private volatile long put;
    private volatile long taken;

    SampleRing(int capacity) {
        samples = new short[capacity];
    }

    /** How many samples wait. */
    int fill() {
        return (int) (put - taken);
    }

    /** How many were ever put. */
    long put() {
        return put;
    }

    /** How many were ever taken or skipped. */
    long taken() {
        return taken;
    }

    /** Puts {@code length} samples from {@code offset}; those for which there is no room are lost. */
    void put(short[] from, int offset, int length) {
        int fitting = Math.min(length, samples.length - fill());
        long at = put;
        for (int i = 0; i < fitting; i++) {
            samples[(int) ((at + i) % samples.length)] = from[offset + i];
        }
        put = at + fitting;
    }

    /** Copies the first {@code to.length} samples, which are there, and leaves them. */
    void peek(short[] to) {
        long at = taken;
        for (int i = 0; i < to.length; i++) {
            to[i] = samples[(int) ((at + i) % samples.length)];
        }
    }

    /** Leaves out {@code length} samples, which are there. */
    void skip(int length) {
        long at = taken;
        taken = at + length;
    }
}
