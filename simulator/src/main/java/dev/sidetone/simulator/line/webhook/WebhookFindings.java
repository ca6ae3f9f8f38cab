package dev.sidetone.simulator.line.webhook;

import dev.sidetone.simulator.line.net.Trouble;
import dev.sidetone.simulator.timeline.Finding;
import dev.sidetone.simulator.timeline.Severity;
import java.net.URI;

/** What can be wrong with a webhook before its answer is there, in Twilio's codes. Stateless. */
final class WebhookFindings {
    private WebhookFindings() {}

    static Finding unreached(URI url, Trouble trouble, String why) {
        String place = url.getRawAuthority() + "";
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
                        "The webhook " + url + " gave no answer in time (connect 5 s, answer 15 s).",
                        "Answer with TwiML at once and do slow work later.");
            case TLS ->
                error(
                        "11220",
                        "No TLS connection to " + place + ": " + why + ".",
                        "Serve a certificate that is valid for this host, or use http on loopback.");
            case BROKEN ->
                error(
                        "11206",
                        "The connection to " + url + " ended without an HTTP answer: " + why + ".",
                        "Look into the server's log for the request that failed; serve plain HTTP/1.1 on that port.");
        };
    }

    private static Finding error(String code, String what, String cure) {
        return new Finding(code, Severity.ERROR, what, cure, null);
    }
}
