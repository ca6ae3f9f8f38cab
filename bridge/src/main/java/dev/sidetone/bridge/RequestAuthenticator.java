package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in what Twilio signed; without a public address also what this very machine asks unsigned. For any thread. */
final class RequestAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAuthenticator.class);

    private final SignatureValidator signatures;
    private final BridgeMetrics metrics;
    private final RateLimitedLog log = new RateLimitedLog(LOG::warn);

    RequestAuthenticator(String authToken, BridgeMetrics metrics) {
        this.signatures = new SignatureValidator(authToken);
        this.metrics = metrics;
    }

    /** Whether a webhook or callback may come in. */
    boolean letsIn(ExternalRequest outside, WebhookFields webhook, long nowNs) {
        RequestHandler.Request request = outside.request();
        String url = outside.requestUrl();
        if (!request.method().equals("POST")) {
            return letsIn(outside, signatures.form(url, Map.of(), outside.signature()), nowNs);
        }
        return letsIn(
                outside,
                isForm(request)
                        ? signatures.form(url, webhook.fields(), outside.signature())
                        : signatures.body(url, request.body(), outside.signature()),
                nowNs);
    }

    /** What the signature of a request without a body is worth, for whoever looks at the bridge from outside: keeps nobody out. */
    String judges(ExternalRequest outside) {
        return signatures
                .form(outside.requestUrl(), Map.of(), outside.signature())
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a stream may come in at {@code path}. */
    boolean letsInStream(ExternalRequest outside, String path, long nowNs) {
        return letsIn(outside, signatures.upgrade(outside.streamUrl(path), outside.signature()), nowNs);
    }

    /** Twilio sends forms; whoever does not say what he sends is taken to send one too. */
    static boolean isForm(RequestHandler.Request request) {
        return !request.headers()
                .getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }

    private boolean letsIn(ExternalRequest outside, SignatureValidator.Verdict verdict, long nowNs) {
        boolean unsignedFromHere =
                verdict == SignatureValidator.Verdict.MISSING && outside.isFromHere() && outside.publicUrl() == null;
        boolean letIn = verdict == SignatureValidator.Verdict.GENUINE || unsignedFromHere;
        if (!letIn) {
            RequestHandler.Request request = outside.request();
            metrics.requestRefused("signature");
            log.say(
                    request.method() + " " + request.path() + ": signature " + verdict + " for " + outside.requestUrl()
                            + ", refused with 403",
                    nowNs);
        }
        return letIn;
    }
}
