package dev.sidetone.simulator.live.address;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for work that may never end, and not for longer than it is worth. Stateless; the work has a thread of its own. */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * The outcome of {@code work}.
     *
     * @throws TimeoutException when it has not ended after {@code mostMs}; it is interrupted then, and left alone
     * @throws ExecutionException with what it threw as the cause
     */
    static <T> T await(String thread, long mostMs, Callable<T> work)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, thread);
        worker.setDaemon(true);
        worker.start();
        try {
            return task.get(mostMs, TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
