package dev.sidetone.bridge.twilio.rest;

import com.twilio.exception.ApiException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Twilio's REST API did not do what it was asked for; says why, and what helps. */
public final class TwilioApiException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOT_IN_PROGRESS = 21220;
    private static final int NOT_FOUND = 20404;
    private static final int SERVERS_FAULT = 500;
    private static final Set<Integer> PASSING = Set.of(20429, 20500, 20503);

    private final int code;
    private final String cure;
    private final boolean passing;

    private TwilioApiException(int code, String what, String cure, boolean passing) {
        super(what, null);
        this.code = code;
        this.cure = cure;
        this.passing = passing;
    }

    /** What happened, one sentence, with Twilio's code where there is one. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** What helps, one sentence. */
    public String cure() {
        return cure;
    }

    /** Twilio's number for it, or 0. */
    public int code() {
        return code;
    }

    /** Whether the same request may go through a little later. */
    public boolean isPassing() {
        return passing;
    }

    /** Whether this says that a call is over already. */
    static boolean isOver(@Nullable Integer code) {
        return code != null && (code == NOT_IN_PROGRESS || code == NOT_FOUND);
    }

    /** @param verb what Twilio did not do */
    static TwilioApiException of(String verb, URI api, @Nullable Throwable why) {
        if (why instanceof ApiException refused) {
            return refused(verb, refused);
        }
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof SSLException) {
                return certificate(verb, api, each);
            }
            if (each instanceof HttpTimeoutException) {
                return late(verb, api);
            }
        }
        return unreachable(verb, api);
    }

    static TwilioApiException late(String verb, URI api) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + api.getHost() + " did not answer in time",
                "Check the network, and https://status.twilio.com; then try again.",
                true);
    }

    /** An answer that says nothing that we know. */
    static TwilioApiException unreadable(String verb, URI api) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": what " + api.getHost() + " answered is not Twilio's JSON",
                "Check TWILIO_API_URL, and whether a proxy of this network answers in Twilio's place.",
                false);
    }

    private static TwilioApiException refused(String verb, ApiException why) {
        int code = why.getCode() == null ? 0 : why.getCode();
        int status = why.getStatusCode() == null ? 0 : why.getStatusCode();
        String number = code == 0 ? "" : " (" + code + ")";
        return new TwilioApiException(
                code,
                "Twilio did not " + verb + ": " + withoutStop(String.valueOf(why.getMessage())) + number,
                RestErrorCures.of(code),
                PASSING.contains(code) || status >= SERVERS_FAULT);
    }

    /** Some of Twilio's messages are sentences, some are not; here they stand within one. */
    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static TwilioApiException certificate(String verb, URI api, Throwable why) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + api.getHost() + " shows a certificate that is not believed: "
                        + why.getMessage(),
                "Name the authority's certificate file where a proxy of this network opens TLS; check the clock.",
                false);
    }

    private static TwilioApiException unreachable(String verb, URI api) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + api.getHost() + " cannot be reached",
                "Check that this machine is on the network and that " + api.getHost() + " is not blocked.",
                true);
    }
}
