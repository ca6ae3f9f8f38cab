package dev.sidetone.ui.player;

import dev.sidetone.simulator.device.StereoLine;
import java.util.concurrent.Semaphore;

/** A speaker whose time a test owns: it takes 20 ms of sound whenever it is told to. For any thread. */
final class SteppedStereoLine implements StereoLine {
    private final Semaphore allowed = new Semaphore(0);
    private final Semaphore taken = new Semaphore(0);
    private volatile boolean closed;

    /** Lets {@code ms} of sound pass and waits until they have. */
    void pass(int ms) throws InterruptedException {
        allowed.release(ms / 20);
        taken.acquire(ms / 20);
    }

    @Override
    public void play(short[] left, short[] right) {
        // Asked for the next 20 ms, it has dealt with those before.
        taken.release();
        allowed.acquireUninterruptibly();
    }

    @Override
    public double aheadMs() {
        return 0;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
