package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallUpdater;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Call control by Twilio's SDK. Requests block a few threads of its own and never an event loop; one that takes longer than its deadline
 * is cancelled and reported as failed.
 */
public final class RestCallControl implements CallControl, AutoCloseable {
    /** A caller waits in silence meanwhile. */
    static final long DEADLINE_NS = 5_000_000_000L;

    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 64;

    private final TwilioAccount account;
    private final TwilioRestClient client;
    private final ExecutorService pool;

    public RestCallControl(TwilioAccount account) {
        this.account = account;
        this.client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new RestHttpClient(account, ANSWER))
                .build();
        this.pool = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), RestCallControl::thread);
    }

    @Override
    public void redirect(String callSid, String twiml, Timers loop, Consumer<Result> done) {
        submit(callSid, "redirect", update -> update.setTwiml(twiml), loop, done);
    }

    @Override
    public void hangUp(String callSid, Timers loop, Consumer<Result> done) {
        submit(callSid, "hang up", update -> update.setStatus(Call.UpdateStatus.COMPLETED), loop, done);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private void submit(
            String callSid, String verb, UnaryOperator<CallUpdater> change, Timers loop, Consumer<Result> done) {
        AtomicBoolean reported = new AtomicBoolean();
        @Nullable Watchdog[] deadline = new Watchdog[1];
        Consumer<Result> once = result -> {
            if (reported.compareAndSet(false, true)) {
                Watchdog running = deadline[0];
                if (running != null) {
                    running.stop();
                }
                done.accept(result);
            }
        };
        try {
            Future<?> request = pool.submit(() -> {
                Result result = ask(callSid, verb, change);
                loop.after(0, () -> once.accept(result));
            });
            deadline[0] = new Watchdog(loop, DEADLINE_NS, () -> {
                request.cancel(true);
                once.accept(failed(verb, "no answer within " + DEADLINE_NS / 1_000_000_000L + " s"));
            });
        } catch (RejectedExecutionException e) {
            loop.after(0, () -> once.accept(failed(verb, "too many requests are waiting")));
        }
    }

    private Result ask(String callSid, String verb, UnaryOperator<CallUpdater> change) {
        try {
            change.apply(new CallUpdater(account.sid(), callSid)).update(client);
            return new Result(Outcome.DONE, "Twilio accepted it");
        } catch (RuntimeException e) {
            // Whatever failed, the call waits for a result.
            TwilioApiException trouble = TwilioApiException.of(verb, account.api(), e);
            return TwilioApiException.isOver(trouble.code())
                    ? new Result(Outcome.ALREADY_OVER, "the call is over already (" + trouble.code() + ")")
                    : new Result(Outcome.FAILED, trouble.what());
        }
    }

    private static Result failed(String verb, String why) {
        return new Result(Outcome.FAILED, "Twilio did not " + verb + ": " + why);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twilio-rest");
        thread.setDaemon(true);
        return thread;
    }
}
