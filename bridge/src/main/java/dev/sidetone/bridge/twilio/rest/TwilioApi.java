package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.TwilioRestClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a person does with an account rather than a call with itself: numbers, calls to be placed, alerts. Its methods wait for Twilio,
 * until a deadline and no longer, so they are called where that is allowed: never on an event loop. Requests run on threads of its own;
 * for any thread.
 */
public final class TwilioApi implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final TwilioAccount account;
    private final TwilioRestClient client;
    private final ExecutorService pool = Executors.newCachedThreadPool(TwilioApi::thread);

    public TwilioApi(TwilioAccount account) {
        this.account = account;
        this.client = new TwilioRestClient.Builder(account.sid(), account.authToken())
                .httpClient(new RestHttpClient(account, ANSWER))
                .build();
    }

    /** The account's numbers. */
    public TwilioNumbers numbers() {
        return new TwilioNumbers(this);
    }

    /** Its calls. */
    public TwilioCalls calls() {
        return new TwilioCalls(this);
    }

    /** What Twilio's debugger has to say. */
    public TwilioAlerts alerts() {
        return new TwilioAlerts(this);
    }

    /** Starts with AC. */
    public String accountSid() {
        return account.sid();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** Asks on a thread of its own. */
    @FunctionalInterface
    interface Question<T> {
        T ask(TwilioRestClient client) throws TwilioApiException;
    }

    /** @param verb what Twilio is to do, as in "Twilio did not …" */
    <T> T ask(String verb, Duration deadline, Question<T> question) throws TwilioApiException {
        Future<T> answer = submit(verb, question);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TwilioApiException known
                    ? known
                    : TwilioApiException.of(verb, account.api(), e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw TwilioApiException.late(verb, account.api());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw TwilioApiException.late(verb, account.api());
        }
    }

    private <T> Future<T> submit(String verb, Question<T> question) throws TwilioApiException {
        try {
            return pool.submit(() -> question.ask(client));
        } catch (RejectedExecutionException e) {
            throw TwilioApiException.of(verb, account.api(), e);
        }
    }

    /** What came is not what Twilio says. */
    TwilioApiException unreadable(String verb) {
        return TwilioApiException.unreadable(verb, account.api());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twilio-api");
        thread.setDaemon(true);
        return thread;
    }
}
