package dev.sidetone.bridge.tools;

import dev.sidetone.bridge.socket.BoundedBody;
import dev.sidetone.bridge.time.Timers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls tools over HTTP on threads of its own, so that a slow tool never blocks an event loop. For any loop. */
public final class HttpToolClient implements ToolClient {
    /** More than an agent can take in; longer responses fail. */
    static final int MOST_BYTES = 1 << 16;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int NOT_OK = 300;

    private @Nullable HttpClient client;

    @Override
    public Runnable post(URI url, String arguments, Timers loop, Consumer<ToolResponse> done) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(arguments))
                .build();
        CompletableFuture<HttpResponse<String>> sent = client().sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        CompletionStage<HttpResponse<String>> answered = sent;
        answered.whenComplete((response, failure) -> {
            if (!sent.isCancelled()) {
                loop.after(0, () -> done.accept(answer(response, failure)));
            }
        });
        return () -> sent.cancel(true);
    }

    private static ToolResponse answer(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
        if (response == null) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return new ToolResponse(true, "it cannot be reached: " + words(cause));
        }
        int status = response.statusCode();
        return status >= OK && status < NOT_OK
                ? new ToolResponse(false, response.body())
                : new ToolResponse(true, "it answered with HTTP " + status);
    }

    private static String words(@Nullable Throwable cause) {
        if (cause == null) {
            return "no answer";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** Created when the first tool is called: most bridges have none. */
    private synchronized HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            ExecutorService threads = Executors.newCachedThreadPool(HttpToolClient::thread);
            made = HttpClient.newBuilder()
                    .executor(threads)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
            client = made;
        }
        return made;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tool-http");
        thread.setDaemon(true);
        return thread;
    }
}
