package dev.sidetone.simulator.device;

/** A lock-free ring buffer of samples between one writing and one reading thread. */
final class SampleRing {
    private final short[] samples;
    private volatile long put;
    private volatile long taken;

    SampleRing(int capacity) {
        samples = new short[capacity];
    }

    /** The number of samples waiting to be read. */
    int fill() {
        return (int) (put - taken);
    }

    /** The number of samples ever written. */
    long put() {
        return put;
    }

    /** The number of samples ever read or skipped. */
    long taken() {
        return taken;
    }

    /** Writes {@code length} samples from {@code offset}; drops those that do not fit. */
    void put(short[] from, int offset, int length) {
        int fitting = Math.min(length, samples.length - fill());
        long at = put;
        for (int i = 0; i < fitting; i++) {
            samples[(int) ((at + i) % samples.length)] = from[offset + i];
        }
        put = at + fitting;
    }

    /** Copies the next {@code to.length} samples without removing them. The caller ensures that they are there. */
    void peek(short[] to) {
        long at = taken;
        for (int i = 0; i < to.length; i++) {
            to[i] = samples[(int) ((at + i) % samples.length)];
        }
    }

    /** Removes the next {@code length} samples. The caller ensures that they are there. */
    void skip(int length) {
        long at = taken;
        taken = at + length;
    }
}
