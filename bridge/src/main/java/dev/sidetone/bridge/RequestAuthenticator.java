package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts requests that Twilio signed and, without a public address, unsigned ones from this machine. For any thread. */
final class RequestAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAuthenticator.class);

    private final SignatureValidator signatures;
    private final Set<String> pages;
    private final BridgeMetrics metrics;
    private final RateLimitedLog log = new RateLimitedLog(LOG::warn);

    /** @param pages the origins of pages whose browsers on this machine need no signature */
    RequestAuthenticator(String authToken, Set<String> pages, BridgeMetrics metrics) {
        this.signatures = new SignatureValidator(authToken);
        this.pages = pages;
        this.metrics = metrics;
    }

    /** Decides on a webhook or a callback. */
    boolean accepts(ExternalRequest external, WebhookFields webhook, long nowNs) {
        RequestHandler.Request request = external.request();
        String url = external.requestUrl();
        if (!request.method().equals("POST")) {
            return accepts(external, signatures.form(url, Map.of(), external.signature()), nowNs);
        }
        return accepts(
                external,
                isForm(request)
                        ? signatures.form(url, webhook.fields(), external.signature())
                        : signatures.body(url, request.body(), external.signature()),
                nowNs);
    }

    /** The verdict on the signature of a request without a body, in lower case, for a probe; refuses nothing. */
    String signatureVerdict(ExternalRequest external) {
        return signatures
                .form(external.requestUrl(), Map.of(), external.signature())
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** Decides on a WebSocket handshake at {@code path}. */
    boolean acceptsStream(ExternalRequest external, String path, long nowNs) {
        return accepts(external, signatures.upgrade(external.streamUrl(path), external.signature()), nowNs);
    }

    /** Twilio sends forms; a request without a content type counts as one too. */
    static boolean isForm(RequestHandler.Request request) {
        return !request.headers()
                .getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }

    private boolean accepts(ExternalRequest external, SignatureValidator.Verdict verdict, long nowNs) {
        boolean unsigned = verdict == SignatureValidator.Verdict.MISSING;
        boolean unsignedAndLocal = unsigned && external.isLocal(pages) && external.publicUrl() == null;
        boolean accepted = verdict == SignatureValidator.Verdict.GENUINE || unsignedAndLocal;
        if (!accepted) {
            RequestHandler.Request request = external.request();
            metrics.requestRefused("signature");
            log.warn(
                    request.method() + " " + request.path() + ": refused with 403, signature "
                            + verdict.name().toLowerCase(Locale.ROOT) + " for " + external.requestUrl()
                            + (unsigned ? browser(external) : ""),
                    nowNs);
        }
        return accepted;
    }

    /** The cure for a page in this machine's browser, which cannot sign. */
    private static String browser(ExternalRequest external) {
        String page = external.foreignPage();
        boolean curable = page != null && external.publicUrl() == null && external.isLocal(Set.of(page));
        return curable ? "; a page of " + page + " sent it: --allow-origin " + page + " lets it in" : "";
    }

    /** The origin of the page that may read the response, or null where no page is let in. */
    @Nullable
    String reader(ExternalRequest external) {
        String page = external.foreignPage();
        return page != null && external.publicUrl() == null && pages.contains(page) && external.isLocal(pages)
                ? page
                : null;
    }
}
