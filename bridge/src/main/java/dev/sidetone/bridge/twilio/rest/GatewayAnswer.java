package dev.sidetone.bridge.twilio.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import dev.sidetone.bridge.text.ForeignText;
import java.net.URI;

/**
 * A response in Twilio's place that is not Twilio's JSON: a gateway, a proxy or a login page answered. Thrown by {@link RestHttpClient},
 * because the SDK would describe it in the words of its parser.
 */
final class GatewayAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WORDS = 80;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final int status;

    private GatewayAnswer(int status, String body) {
        super("answered " + status + " with " + content(body) + ", which is not Twilio's JSON", null);
        this.status = status;
    }

    /** Returns {@code response} if it is Twilio's. */
    static Response checked(Response response) {
        String body = response.getContent() == null ? "" : response.getContent();
        if (isTwilios(response.getStatusCode(), body)) {
            return response;
        }
        throw new GatewayAnswer(response.getStatusCode(), body.strip());
    }

    private static boolean isTwilios(int status, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject()
                    && (TwilioRestClient.SUCCESS.test(status)
                            || json.path("code").isInt());
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The response in words, to follow the host's name. */
    String what() {
        return String.valueOf(getMessage());
    }

    /** True where the same request may succeed a little later. */
    boolean isTransient() {
        return status == TOO_MANY || status >= SERVER_ERROR;
    }

    /** The cure in one sentence. */
    String cure(URI api) {
        if (status == TOO_MANY) {
            return "Wait a few seconds and try again; if it stays so, see which gateway answers: curl -i " + api;
        }
        return status >= SERVER_ERROR
                ? "Twilio or a gateway in front of it has trouble: see https://status.twilio.com, check TWILIO_API_URL, and"
                        + " try again."
                : "Check TWILIO_API_URL, and whether a proxy or a login page of this network answers in Twilio's place: curl"
                        + " -i " + api;
    }

    private static String content(String body) {
        if (body.isEmpty()) {
            return "an empty body";
        }
        boolean page = body.startsWith("<");
        String text = page ? withoutTags(body) : body;
        String words = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return (page ? "a web page" : "a text") + (words.isEmpty() ? "" : " (\"" + cut(words) + "\")");
    }

    private static String withoutTags(String page) {
        return page.replaceAll("(?is)<(script|style)\\b.*?(</\\1>|$)", " ").replaceAll("<[^>]*(>|$)", " ");
    }

    private static String cut(String words) {
        return ForeignText.redacted(words, MOST_WORDS);
    }
}
