package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.WebhookCode;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.line.net.Route;
import java.net.URI;

/** The findings about a webhook whose answer is not there or cannot be read. Stateless. */
public final class WebhookFindings {
    private WebhookFindings() {}

    static Finding unreached(Route route, ConnectionFailure trouble, String why) {
        String place = route.host();
        URI url = route.dialled();
        return switch (trouble) {
            case REFUSED ->
                WebhookCode.NOT_REACHED.found(
                        "Nobody listens at " + place + route.withoutPort() + ".",
                        route.portCure() + "Start the server, or correct host and port of " + url + as(route) + ".");
            case UNKNOWN_HOST ->
                WebhookCode.HOST_UNKNOWN.found(
                        "The host of " + url + " has no address.",
                        "Correct the host name, or its DNS record" + as(route) + ".");
            case UNREACHABLE ->
                WebhookCode.NOT_REACHED.found(
                        "There is no way to " + place + ": " + why + ".",
                        "Check the address and this machine's network" + as(route) + ".");
            case TIMEOUT ->
                WebhookCode.NOT_REACHED.found(
                        "No connection to " + place + " within 5 s.",
                        "Check host and port of " + url + ", and what stands between" + as(route) + ".");
            case TLS ->
                WebhookCode.NO_TLS.found(
                        "No TLS connection to " + place + ": " + why + ".",
                        "Serve TLS on that port, or use http on loopback" + as(route) + ".");
            case CERTIFICATE_EXPIRED ->
                WebhookCode.CERTIFICATE_EXPIRED.found("The certificate of " + place + " has expired.");
            case CERTIFICATE_OF_ANOTHER ->
                WebhookCode.CERTIFICATE_OF_ANOTHER_HOST.found(
                        "The certificate of " + place + " is for another host: " + why + ".");
            case CERTIFICATE_UNTRUSTED ->
                WebhookCode.CERTIFICATE_UNTRUSTED.found(
                        "The certificate of " + place + " is self-signed, or by an authority that nobody knows.");
            case BROKEN ->
                WebhookCode.NO_HTTP_ANSWER.found(
                        "The connection to " + url + " ended without an HTTP answer: " + why + ".");
        };
    }

    /** The other end of a cure: the option by which the server's public address leads to the one that was called. */
    private static String as(Route route) {
        String option = route.asNamed();
        return option == null ? "" : ", or have it dialled at --to: " + option;
    }

    static Finding late(Route route, long waitedMs) {
        return WebhookCode.NOT_REACHED.found(
                "The webhook " + route.dialled() + " gave no whole answer within " + waitedMs / 1000.0 + " s.",
                "Answer with TwiML at once and do slow work later.");
    }

    static Finding invalidRedirect(URI url, int status, String location) {
        String to = location.isEmpty() ? "nowhere" : "\"" + location + "\"";
        return WebhookCode.REDIRECT_NOT_FOLLOWED.found("The webhook " + url + " redirected with HTTP status " + status
                + " to " + to + ", which Twilio does not follow.");
    }

    static Finding redirectLoop(Route route, int redirects) {
        return WebhookCode.REDIRECT_LOOP.found(
                "The webhook was redirected more than " + redirects + " times, last to " + route.named() + ".",
                "Configure the final URL at once; behind a proxy trust X-Forwarded-Proto before you redirect to https"
                        + as(route) + ".");
    }

    public static Finding compressed(URI url, String coding) {
        return WebhookCode.NOT_TWIML.found(
                "The answer of " + url + " is compressed (" + coding + "), which was not asked for.",
                "Compress only for requests with Accept-Encoding: Twilio's have none.");
    }

    static Finding callbackFailed(Route route, String why) {
        return WebhookCode.CALLBACK_FAILED.found(
                "The status callback " + route.named() + " failed: " + why,
                "Answer callbacks with 200 or 204, without a body" + as(route)
                        + "; the call itself does not wait for them.");
    }

    static Finding callbackNotAbsolute(String url) {
        return WebhookCode.CALLBACK_FAILED.found(
                "The status callback \"" + url + "\" is no absolute http or https URL: it was not notified.",
                "Write it whole, as in https://example.com/stream-status.");
    }
}
