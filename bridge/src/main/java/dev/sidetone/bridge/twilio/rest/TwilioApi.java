package dev.sidetone.bridge.twilio.rest;

import com.twilio.http.TwilioRestClient;
import dev.sidetone.bridge.time.Patience;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Twilio's REST API for what a person does with an account: numbers, outbound calls, alerts. Its methods wait for Twilio until a
 * deadline, so they must never be called on an event loop. Requests run on threads of its own; for any other thread.
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

    /** The account's phone numbers. */
    public TwilioNumbers numbers() {
        return new TwilioNumbers(this);
    }

    /** The account's calls. */
    public TwilioCalls calls() {
        return new TwilioCalls(this);
    }

    /** The alerts of Twilio's debugger. */
    public TwilioAlerts alerts() {
        return new TwilioAlerts(this);
    }

    /** The account's id, which starts with AC. */
    public String accountSid() {
        return account.sid();
    }

    /** Cancels the requests that are under way. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** A request that runs on one of the pool's threads. */
    @FunctionalInterface
    interface Question<T> {
        T ask(TwilioRestClient client) throws TwilioApiException;
    }

    /** @param verb what Twilio is to do, as in "Twilio did not …" */
    <T> T ask(String verb, Duration deadline, Question<T> question) throws TwilioApiException {
        Future<T> answer = submit(verb, question);
        try {
            return answer.get(Patience.of(deadline).toMillis(), TimeUnit.MILLISECONDS);
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

    /** The error for a response that cannot be read. */
    TwilioApiException unreadable(String verb) {
        return TwilioApiException.unreadable(verb, account.api());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twilio-api");
        thread.setDaemon(true);
        return thread;
    }
}
