package dev.sidetone.bridge.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.exception.RestException;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.sidetone.bridge.json.JsonText;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers from Twilio's responses exactly. The SDK's own class converts each URL to {@code java.net.URI}, which rejects some
 * that Twilio accepts, and what was not read exactly could not be restored. For any thread.
 */
final class NumberReader {
    static final String HOST = "https://api.twilio.com";
    static final String PATH = "/2010-04-01/Accounts/";

    private final TwilioApi api;

    NumberReader(TwilioApi api) {
        this.api = api;
    }

    VoiceNumber one(String verb, TwilioRestClient client, Request request) throws TwilioApiException {
        return number(verb, json(verb, client, request));
    }

    /** Adds a page's numbers to {@code found}; returns the path of the next page, or null after the last one. */
    @Nullable
    String page(String verb, TwilioRestClient client, Request request, List<VoiceNumber> found)
            throws TwilioApiException {
        JsonNode page = json(verb, client, request);
        JsonNode numbers = page.path("incoming_phone_numbers");
        if (!numbers.isArray()) {
            throw api.unreadable(verb);
        }
        for (JsonNode each : numbers) {
            if (each.path("capabilities").path("voice").asBoolean()) {
                found.add(number(verb, each));
            }
        }
        String next = JsonText.of(page.path("next_page_uri"), "");
        return next.startsWith(PATH) ? next : null;
    }

    private JsonNode json(String verb, TwilioRestClient client, Request request) throws TwilioApiException {
        Response response = client.request(request);
        if (!TwilioRestClient.SUCCESS.test(response.getStatusCode())) {
            throw refused(verb, client, response);
        }
        try {
            JsonNode json = client.getObjectMapper().readTree(response.getContent());
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            // Reported below.
        }
        throw api.unreadable(verb);
    }

    private ApiException refused(String verb, TwilioRestClient client, Response response) throws TwilioApiException {
        RestException why = RestException.fromJson(response.getStream(), client.getObjectMapper());
        if (why == null || why.getCode() == null) {
            throw api.unreadable(verb);
        }
        return new ApiException(why);
    }

    private VoiceNumber number(String verb, JsonNode json) throws TwilioApiException {
        String sid = JsonText.of(json.path("sid"), "");
        String number = JsonText.of(json.path("phone_number"), "");
        if (sid.isEmpty() || number.isEmpty()) {
            throw api.unreadable(verb);
        }
        Map<VoiceSetting, String> values = new EnumMap<>(VoiceSetting.class);
        for (VoiceSetting each : VoiceSetting.values()) {
            JsonNode value = json.path(each.field());
            values.put(each, value.isTextual() ? value.textValue() : "");
        }
        return new VoiceNumber(sid, number, JsonText.of(json.path("friendly_name"), ""), new VoiceSettings(values));
    }
}
