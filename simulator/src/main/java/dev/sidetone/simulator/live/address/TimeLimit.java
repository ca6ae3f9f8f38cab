package dev.sidetone.simulator.live.address;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs work that may never end on a thread of its own and waits for it for a limited time. Stateless. */
final class TimeLimit {
    private TimeLimit() {}

    /**
     * Returns the outcome of {@code work}.
     *
     * @param thread the name of the thread
     * @throws TimeoutException when it has not ended after {@code mostMs}; it is interrupted and not waited for
     * @throws ExecutionException with the exception of the work as its cause
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
