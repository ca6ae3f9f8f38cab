package dev.sidetone.simulator.findings;

import static dev.sidetone.simulator.findings.FindingEntry.error;
import static dev.sidetone.simulator.findings.FindingEntry.warning;

import dev.sidetone.simulator.timeline.Thresholds;

/** Findings on webhooks and on the TwiML that they answer with. */
public enum WebhookCode implements FindingCode {
    URL_MALFORMED(error(
            "11100",
            "a URL in the TwiML is none",
            "a placeholder was left in an `action` or a `<Play>`",
            "Give an absolute URL or a path.")),
    HTTP_ERROR(error(
            "11200",
            "the webhook, or a file to play, answered with an HTTP error",
            "an exception, a wrong path, or a signature refused with 403",
            "Look into the server's log for this request; answer 200 with TwiML.")),
    NOT_REACHED(error(
            "11205",
            "nobody listens, or no answer within 15 s",
            "the server does not run, another port, slow work before the answer",
            "Start the server, and answer at once.")),
    NO_HTTP_ANSWER(error(
            "11206",
            "the connection ended without an HTTP answer",
            "TLS expected on a plain port, a crash",
            "Look into the server's log for the request that failed; serve plain HTTP/1.1 on that port.")),
    HOST_UNKNOWN(error(
            "11210", "the host has no address", "a tunnel's old name", "Correct the host name, or its DNS record.")),
    REDIRECT_NOT_FOLLOWED(error(
            "11216",
            "a redirect that Twilio does not follow",
            "no `Location`, or 308",
            "Redirect with 301, 302, 303 or 307 to an http or https URL, or configure the final URL at once.")),
    NO_TLS(error(
            "11220", "no TLS connection", "no TLS on that port", "Serve TLS on that port, or use http on loopback.")),
    CERTIFICATE_OF_ANOTHER_HOST(error(
            "11235",
            "the certificate is another host's",
            "a name that the certificate lacks",
            "Serve a certificate that names this host, or ask the host that it names.")),
    CERTIFICATE_EXPIRED(error("11236", "the certificate has expired", "", "Renew the certificate.")),
    CERTIFICATE_UNTRUSTED(error(
            "11237",
            "the certificate is nobody's whom Twilio knows",
            "self-signed",
            "Name your own authority's PEM file, as in --ca authority.pem; Twilio itself takes public ones only.")),
    ANSWER_TOO_LONG(error(
            "11750",
            "the answer is longer than 64 kB",
            "long texts or sounds within the TwiML",
            "Shorten the document; long audio and long texts go to URLs of their own.")),
    NOT_TWIML(error(
            "12100",
            "the answer is no TwiML",
            "broken XML, an HTML page, an empty body, a compressed one",
            "Build TwiML with a library that escapes it.")),
    INVALID_TWIML(warning(
            "12200",
            "a verb, a noun or an attribute that TwiML has not: it was skipped",
            "capitals count; a noun outside its verb",
            "Write the name as it is documented.")),
    WRONG_CONTENT_TYPE(error(
            "12300",
            "the content type is none of TwiML's",
            "a framework's default, `application/json`",
            "Answer with Content-Type: text/xml.")),
    CALLER_ID_INVALID(warning(
            "13214",
            "the caller id of `<Dial>` is no number",
            "",
            "Give a number of your account in the form +15550100.")),
    NUMBER_INVALID(warning("13223", "`<Dial>` cannot ring that number", "", "Give the number in the form +15550100.")),
    CALLBACK_FAILED(warning(
            "15003",
            "a status callback failed",
            "its path answers with an error, or is relative",
            "Answer callbacks with 200 or 204, without a body; the call itself does not wait for them.")),
    NOT_CARRIED_OUT(warning(
            "not-carried-out",
            "this simulated line does not do what Twilio would here",
            "a verb that only makes sense with a telephone network",
            "Test what follows on a real Twilio number, or leave the verb out here.")),
    REDIRECT_LOOP(
            error(
                    "redirect-loop",
                    "the call goes round in a circle",
                    "TwiML that redirects to itself, http to https behind a proxy",
                    "Let the documents end with <Hangup/>; behind a proxy trust X-Forwarded-Proto before you redirect to https.")),
    SLOW_WEBHOOK(warning(
                    "slow-webhook",
                    "the webhook took more than " + Thresholds.WEBHOOK_MS / 1000 + " s: the caller hears it ring",
                    "work before the answer",
                    "Answer with TwiML at once, and do slow work while the call is up.")
            .foundAtTheEarBy(SlowWebhook::new)),
    STREAM_NEVER_CAME(error(
                    "stream-never-came",
                    "no stream was opened; or the TwiML names another host than the webhook was reached at, and nothing connected",
                    "no `<Stream>` at all; a stale public host in the settings",
                    "Answer the voice webhook with <Connect><Stream url=\"wss://…\"/></Connect>.")
            .foundAtTheEarBy(StreamNeverCame::new)),
    TOO_MANY_TRACKS(error(
            "too-many-tracks",
            "more than four tracks in one-way streams",
            "streams that are never stopped",
            "Stop a stream before another is started.")),
    UNSIGNED_ACCEPTED(
            error(
                    "unsigned-accepted",
                    "the webhook gave its TwiML to an unsigned or wrongly signed request (`--probe-signature` only)",
                    "no check of `X-Twilio-Signature`, or only that there is one",
                    "Check X-Twilio-Signature of every webhook against the auth token and the public URL, and answer 403 if it is wrong."));

    @SuppressWarnings("ImmutableEnumChecker") // its functions make checks and keep nothing
    private final FindingEntry entry;

    WebhookCode(FindingEntry entry) {
        this.entry = entry;
    }

    @Override
    public FindingEntry entry() {
        return entry;
    }
}
