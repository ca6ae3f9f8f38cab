package dev.sidetone.bridge.twilio.rest;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.sidetone.bridge.socket.BoundedBody;
import dev.sidetone.bridge.time.Patience;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends the SDK's requests over Java's own HTTP client. The SDK's own client waits 30 s for a connection, whatever is set, and knows no
 * endpoint but Twilio's. Used by the threads of {@link RestCallControl} and {@link TwilioApi}.
 */
final class RestHttpClient extends com.twilio.http.HttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A page of the longest list has some hundred KiB. */
    private static final int MOST_BYTES = 1 << 20;

    private final HttpClient client;
    private final RestEndpoint address;
    private final Duration answer;

    /** @param answer the longest time to wait for a response */
    RestHttpClient(TwilioAccount account, Duration answer) {
        this.client = client(account.trust());
        this.address = new RestEndpoint(account.api());
        this.answer = Patience.of(answer);
    }

    private static HttpClient client(@Nullable SSLContext trust) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Patience.of(CONNECT));
        return trust == null ? client.build() : client.sslContext(trust).build();
    }

    /** The SDK retries twice after a server error; placing a call is never retried, as it would ring three times. */
    @Override
    public Response reliableRequest(Request request) {
        boolean placesCall =
                request.getMethod() == HttpMethod.POST && request.getUrl().endsWith("/Calls.json");
        return GatewayAnswer.checked(placesCall ? makeRequest(request) : super.reliableRequest(request));
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> came = client.send(http(request), head -> new BoundedBody(MOST_BYTES));
            return new Response(came.body(), came.statusCode());
        } catch (IOException | URISyntaxException e) {
            throw new ApiConnectionException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("interrupted", e);
        }
    }

    private HttpRequest http(Request request) throws URISyntaxException, MalformedURLException {
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        address.of(request.constructURL().toURI()))
                .timeout(answer)
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            http.header("Authorization", request.getAuthString());
        }
        if (request.getMethod() == HttpMethod.POST) {
            return http.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody(), StandardCharsets.UTF_8))
                    .build();
        }
        return http.method(request.getMethod().name(), HttpRequest.BodyPublishers.noBody())
                .build();
    }
}
