package dev.sidetone.simulator.line.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.time.NanoClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On the real thread, since it is the thread that must live. */
class LineThreadTest {
    private final NanoClock clock = NanoClock.system();

    @Test
    void theThreadOutlivesWhatBreaksOnIt() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        try (LineThread line = new LineThread(clock)) {
            line.loop().arrive(clock.nowNs(), () -> {
                throw new IllegalStateException("on purpose");
            });
            line.loop().arrive(clock.nowNs(), next::countDown);

            line.start();

            assertThat(next.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void withoutMemoryTheThreadEndsAndTheProcessLearnsOfIt() throws Exception {
        CompletableFuture<Throwable> learned = new CompletableFuture<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> learned.complete(failure));
        try (LineThread line = new LineThread(clock)) {
            CallScheduler call = new CallScheduler(line.loop(), failure -> {});
            call.arrive(clock.nowNs(), () -> {
                throw new OutOfMemoryError("on purpose");
            });

            line.start();

            assertThat(learned.get(60, TimeUnit.SECONDS)).isInstanceOf(OutOfMemoryError.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
