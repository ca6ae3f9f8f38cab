package dev.sidetone.simulator.twilio.webhook;

import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.line.net.ConnectionFailure;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;

/** What can be wrong with a webhook before its answer is there, in Twilio's codes. Stateless. */
public final class WebhookFindings {
    private WebhookFindings() {}

    static Finding unreached(URI url, ConnectionFailure trouble, String why) {
        String authority = String.valueOf(url.getRawAuthority());
        String place = authority.substring(authority.lastIndexOf('@') + 1);
        return switch (trouble) {
            case REFUSED ->
                error(
                        "11205",
                        "Nobody listens at " + place + ".",
                        "Start the server, or correct host and port of " + url + ".");
            case UNKNOWN_HOST ->
                error("11210", "The host of " + url + " has no address.", "Correct the host name, or its DNS record.");
            case UNREACHABLE ->
                error(
                        "11205",
                        "There is no way to " + place + ": " + why + ".",
                        "Check the address and this machine's network.");
            case TIMEOUT ->
                error(
                        "11205",
                        "No connection to " + place + " within 5 s.",
                        "Check host and port of " + url + ", and what stands between.");
            case TLS ->
                error(
                        "11220",
                        "No TLS connection to " + place + ": " + why + ".",
                        "Serve TLS on that port, or use http on loopback.");
            case CERTIFICATE_EXPIRED ->
                error("11236", "The certificate of " + place + " has expired.", "Renew the certificate.");
            case CERTIFICATE_OF_ANOTHER ->
                error(
                        "11235",
                        "The certificate of " + place + " is for another host: " + why + ".",
                        "Serve a certificate that names this host, or ask the host that it names.");
            case CERTIFICATE_UNTRUSTED ->
                error(
                        "11237",
                        "The certificate of " + place + " is self-signed, or by an authority that nobody knows.",
                        "Name your own authority's PEM file with --ca; Twilio itself takes public ones only.");
            case BROKEN ->
                error(
                        "11206",
                        "The connection to " + url + " ended without an HTTP answer: " + why + ".",
                        "Look into the server's log for the request that failed; serve plain HTTP/1.1 on that port.");
        };
    }

    static Finding late(URI url, long waitedMs) {
        return error(
                "11205",
                "The webhook " + url + " gave no whole answer within " + waitedMs / 1000.0 + " s.",
                "Answer with TwiML at once and do slow work later.");
    }

    static Finding invalidRedirect(URI url, int status, String location) {
        String to = location.isEmpty() ? "nowhere" : "\"" + location + "\"";
        return error(
                "11216",
                "The webhook " + url + " redirected with HTTP status " + status + " to " + to
                        + ", which Twilio does not follow.",
                "Redirect with 301, 302, 303 or 307 to an http or https URL, or configure the final URL at once.");
    }

    static Finding redirectLoop(URI url, int redirects) {
        return error(
                "redirect-loop",
                "The webhook was redirected more than " + redirects + " times, last to " + url + ".",
                "Configure the final URL at once; behind a proxy trust X-Forwarded-Proto before you redirect to https.");
    }

    public static Finding compressed(URI url, String coding) {
        return error(
                "12100",
                "The answer of " + url + " is compressed (" + coding + "), which was not asked for.",
                "Compress only for requests with Accept-Encoding: Twilio's have none.");
    }

    static Finding callbackFailed(URI url, String why) {
        return new Finding(
                "15003",
                Severity.WARNING,
                "The status callback " + url + " failed: " + why,
                "Answer callbacks with 200 or 204, without a body; the call itself does not wait for them.",
                null);
    }

    static Finding callbackNotAbsolute(String url) {
        return new Finding(
                "15003",
                Severity.WARNING,
                "The status callback \"" + url + "\" is no absolute http or https URL: it was not told.",
                "Write it whole, as in https://example.com/stream-status.",
                null);
    }

    private static Finding error(String code, String what, String cure) {
        return new Finding(code, Severity.ERROR, what, cure, null);
    }
}
