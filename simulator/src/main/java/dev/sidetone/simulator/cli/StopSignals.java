package dev.sidetone.simulator.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests to end that a command has received, so that it can restore a number or drain calls before it ends. */
final class StopSignals {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicInteger times = new AtomicInteger();
    private final StopSignalSource source;
    private final Runnable first;
    private final Runnable again;

    private StopSignals(StopSignalSource source, Runnable first, Runnable again) {
        this.source = source;
        this.first = first;
        this.again = again;
    }

    /**
     * Listens from now on.
     *
     * @param again runs at a second request and at every later one, on a thread of its own
     */
    static StopSignals listen(StopSignalSource source, Runnable again) {
        return listen(source, () -> {}, again);
    }

    /**
     * The same.
     *
     * @param first runs at the first request, on a thread of its own
     */
    static StopSignals listen(StopSignalSource source, Runnable first, Runnable again) {
        StopSignals signals = new StopSignals(source, first, again);
        source.forward(signals::come);
        return signals;
    }

    private void come() {
        boolean isFirst = times.incrementAndGet() == 1;
        asked.countDown();
        (isFirst ? first : again).run();
    }

    /** Whether somebody has asked for the end. */
    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until somebody asks, {@code mostMs} at the most; an interrupted thread was asked too. */
    boolean await(long mostMs) {
        try {
            return asked.await(mostMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until somebody asks. */
    void await() {
        await(Long.MAX_VALUE);
    }

    /** Reports that everything is restored and written: the process may end. */
    void finished() {
        source.finished();
    }
}
