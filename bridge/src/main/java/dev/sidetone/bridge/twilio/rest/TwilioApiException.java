package dev.sidetone.bridge.twilio.rest;

import com.twilio.exception.ApiException;
import dev.sidetone.bridge.socket.BoundedBody;
import java.io.EOFException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A request to Twilio's REST API failed; states the reason and the cure. */
public final class TwilioApiException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOT_IN_PROGRESS = 21220;
    private static final int NOT_FOUND = 20404;
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> TRANSIENT = Set.of(20429, 20500, 20503);

    private final int code;
    private final String cure;
    private final boolean isTransient;

    private TwilioApiException(int code, String what, String cure, boolean isTransient) {
        super(what, null);
        this.code = code;
        this.cure = cure;
        this.isTransient = isTransient;
    }

    /** The failure in one sentence, with Twilio's code where there is one. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** The cure in one sentence. */
    public String cure() {
        return cure;
    }

    /** Twilio's error code, or 0. */
    public int code() {
        return code;
    }

    /** True when the same request may succeed a little later. */
    public boolean isTransient() {
        return isTransient;
    }

    /** True for the codes that mean the call is over already. */
    static boolean isOver(@Nullable Integer code) {
        return code != null && (code == NOT_IN_PROGRESS || code == NOT_FOUND);
    }

    /** @param verb what Twilio did not do, as in "Twilio did not …" */
    static TwilioApiException of(String verb, URI api, @Nullable Throwable why) {
        if (why instanceof ApiException refused) {
            return refused(verb, refused);
        }
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof GatewayAnswer gateway) {
                return gateway(verb, api, gateway);
            }
            if (each instanceof SSLException && !isBrokenOff(each)) {
                return certificate(verb, api, each);
            }
            if (each instanceof HttpTimeoutException) {
                return late(verb, api);
            }
            if (each instanceof BoundedBody.TooLong) {
                return foreign(verb, api.getHost() + " cannot be read: " + each.getMessage());
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

    /** The response cannot be read. */
    static TwilioApiException unreadable(String verb, URI api) {
        return foreign(verb, "what " + api.getHost() + " answered is not Twilio's JSON");
    }

    private static TwilioApiException foreign(String verb, String why) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + why,
                "Check TWILIO_API_URL, and whether a proxy of this network answers in Twilio's place.",
                false);
    }

    private static TwilioApiException gateway(String verb, URI api, GatewayAnswer answer) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + api.getHost() + " " + answer.what(),
                answer.cure(api),
                answer.isTransient());
    }

    private static TwilioApiException refused(String verb, ApiException why) {
        int code = why.getCode() == null ? 0 : why.getCode();
        int status = why.getStatusCode() == null ? 0 : why.getStatusCode();
        String number = code == 0 ? "" : " (" + code + ")";
        return new TwilioApiException(
                code,
                "Twilio did not " + verb + ": " + withoutStop(String.valueOf(why.getMessage())) + number,
                TwilioErrorCode.cure(code),
                TRANSIENT.contains(code) || status >= SERVER_ERROR);
    }

    /** Some of Twilio's messages end with a full stop, some do not; here they are part of a sentence. */
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

    /** A connection that was lost while TLS was on it says nothing of a certificate. */
    private static boolean isBrokenOff(Throwable tls) {
        for (Throwable each = tls.getCause(); each != null; each = each.getCause()) {
            if (each instanceof EOFException
                    || each instanceof SocketException
                    || each instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }

    private static TwilioApiException unreachable(String verb, URI api) {
        return new TwilioApiException(
                0,
                "Twilio did not " + verb + ": " + api.getHost() + " cannot be reached",
                "Check that this machine is on the network and that " + api.getHost() + " is not blocked.",
                true);
    }
}
