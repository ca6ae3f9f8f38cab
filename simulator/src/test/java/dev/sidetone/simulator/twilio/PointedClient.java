package dev.sidetone.simulator.twilio;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.net.URI;

/** Twilio's own SDK, sent to the fake: what docs/point-your-sdk.md shows. */
final class PointedClient extends NetworkHttpClient {
    private final URI fake;

    private PointedClient(URI fake) {
        this.fake = fake;
    }

    static TwilioRestClient to(URI fake, String accountSid, String authToken) {
        return new TwilioRestClient.Builder(accountSid, authToken)
                .httpClient(new PointedClient(fake))
                .build();
    }

    @Override
    public Response makeRequest(Request asked) {
        Request sent = new Request(asked.getMethod(), asked.getUrl().replaceFirst("^https?://[^/]+", fake.toString()));
        sent.getQueryParams().putAll(asked.getQueryParams());
        sent.getPostParams().putAll(asked.getPostParams());
        sent.getHeaderParams().putAll(asked.getHeaderParams());
        sent.setContentType(asked.getContentType());
        sent.setBody(asked.getBody());
        sent.setUserAgentExtensions(asked.getUserAgentExtensions());
        sent.setAuth(asked.getUsername(), asked.getPassword());
        return super.makeRequest(sent);
    }
}
