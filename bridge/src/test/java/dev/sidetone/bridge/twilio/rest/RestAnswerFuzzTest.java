package dev.sidetone.bridge.twilio.rest;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.sidetone.fuzz.FuzzedReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.Set;

/** Answers in the place of Twilio's REST API: a status in the first three characters, then the body; and an alert's text. */
final class RestAnswerFuzzTest extends FuzzedReader {
    private static final TwilioApi API =
            new TwilioApi(new TwilioAccount("AC1", "secret", URI.create("http://127.0.0.1:1")));
    private static final NumberReader NUMBERS = new NumberReader(API);

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(GatewayAnswer.class, TwilioApiException.class, ApiException.class);
    }

    @Override
    protected void read(byte[] input) throws TwilioApiException {
        String text = text(input);
        AlertText.read(text);
        int status = text.matches("[1-5]\\d\\d(?s).*") ? Integer.parseInt(text.substring(0, 3)) : 200;
        Response response = new Response(text.substring(Math.min(3, text.length())), status);
        TwilioRestClient client = new TwilioRestClient.Builder("AC1", "secret")
                .httpClient(new Answering(GatewayAnswer.checked(response)))
                .build();
        NUMBERS.page("list", client, new Request(HttpMethod.GET, "https://api.twilio.com/x"), new ArrayList<>());
    }

    private static final class Answering extends com.twilio.http.HttpClient {
        private final Response response;

        Answering(Response response) {
            this.response = response;
        }

        @Override
        public Response makeRequest(Request request) {
            return response;
        }
    }
}
