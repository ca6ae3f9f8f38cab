package dev.sidetone.bridge.twilio.rest;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The SDK's requests over Java's own HTTP client. The SDK's own waits 30 s for a connection whatever it is told, and knows no other
 * address than Twilio's. Used by the threads of {@link TwilioRest}.
 */
final class RestWire extends com.twilio.http.HttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI api;

    RestWire(URI api) {
        this.api = api;
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> answer = client.send(http(request), HttpResponse.BodyHandlers.ofString());
            return new Response(answer.body(), answer.statusCode());
        } catch (IOException | URISyntaxException e) {
            throw new ApiConnectionException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("given up", e);
        }
    }

    private HttpRequest http(Request request) throws URISyntaxException, MalformedURLException {
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        at(request.constructURL().toURI()))
                .timeout(ANSWER)
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

    private URI at(URI twilios) {
        String query = twilios.getRawQuery() == null ? "" : "?" + twilios.getRawQuery();
        return URI.create(api.getScheme() + "://" + api.getRawAuthority() + twilios.getRawPath() + query);
    }
}
