package dev.sidetone.bridge;

import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.RequestHost;
import dev.sidetone.bridge.twilio.SignatureValidator;
import dev.sidetone.bridge.twilio.WebhookFields;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts requests that Twilio signed and, without a public address, unsigned ones from this machine. A signature by the test token, which
 * everybody knows, counts as none. For any thread.
 */
final class RequestAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(RequestAuthenticator.class);

    private static final int TOKEN_BYTES = 16;

    private final String token;
    private final SignatureValidator signatures;
    /** Recognises what the test token signed; null where a token is configured. */
    private final @Nullable SignatureValidator published;

    private final Set<String> pages;
    private final BridgeMetrics metrics;
    private final RateLimitedLog log = new RateLimitedLog(LOG::warn);

    /**
     * Accepts what {@code authToken} signed; where that is the test token, what a token of this start signed, which stays in this process.
     *
     * @param pages the origins of pages whose browsers on this machine need no signature
     */
    RequestAuthenticator(String authToken, Set<String> pages, BridgeMetrics metrics) {
        boolean known = authToken.equals(SignatureValidator.TEST_TOKEN);
        this.token = known ? randomToken() : authToken;
        this.signatures = new SignatureValidator(token);
        this.published = known ? new SignatureValidator(authToken) : null;
        this.pages = pages;
        this.metrics = metrics;
    }

    private static String randomToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The token whose signatures prove that a request is Twilio's. */
    String signingToken() {
        return token;
    }

    /** Decides on a webhook or a callback. */
    boolean accepts(ExternalRequest external, WebhookFields webhook, long nowNs) {
        RequestHandler.Request request = external.request();
        String url = external.requestUrl();
        if (!request.method().equals("POST")) {
            return accepts(external, by -> by.form(url, Map.of(), external.signature()), nowNs);
        }
        return isForm(request)
                ? accepts(external, by -> by.form(url, webhook.fields(), external.signature()), nowNs)
                : accepts(external, by -> by.body(url, request.body(), external.signature()), nowNs);
    }

    /** The verdict on the signature of a request without a body, in lower case, for a probe; refuses nothing. */
    String signatureVerdict(ExternalRequest external) {
        return verdict(by -> by.form(external.requestUrl(), Map.of(), external.signature()))
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** Decides on a WebSocket handshake at {@code path}. */
    boolean acceptsStream(ExternalRequest external, String path, long nowNs) {
        return accepts(external, by -> by.upgrade(external.streamUrl(path), external.signature()), nowNs);
    }

    /** Twilio sends forms; a request without a content type counts as one too. */
    static boolean isForm(RequestHandler.Request request) {
        return !request.headers()
                .getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }

    private SignatureValidator.Verdict verdict(Function<SignatureValidator, SignatureValidator.Verdict> check) {
        SignatureValidator.Verdict verdict = check.apply(signatures);
        boolean provesNothing = verdict == SignatureValidator.Verdict.WRONG
                && published != null
                && check.apply(published) == SignatureValidator.Verdict.GENUINE;
        return provesNothing ? SignatureValidator.Verdict.MISSING : verdict;
    }

    private boolean accepts(
            ExternalRequest external, Function<SignatureValidator, SignatureValidator.Verdict> check, long nowNs) {
        SignatureValidator.Verdict verdict = verdict(check);
        boolean unsigned = verdict == SignatureValidator.Verdict.MISSING;
        boolean unsignedAndLocal = unsigned && external.isLocal(pages) && external.publicUrl() == null;
        boolean accepted = verdict == SignatureValidator.Verdict.GENUINE || unsignedAndLocal;
        if (!accepted) {
            RequestHandler.Request request = external.request();
            metrics.requestRefused("signature");
            log.warn(
                    request.method() + " " + request.path() + ": refused with 403, signature "
                            + verdict.name().toLowerCase(Locale.ROOT) + " for " + external.requestUrl()
                            + (unsigned ? cure(external) : ""),
                    nowNs);
        }
        return accepted;
    }

    /** The cure for what the test token signed, and for a page in this machine's browser, which cannot sign. */
    static String cure(ExternalRequest external) {
        if (external.signature() != null) {
            return "; it is signed by the test token, which everybody knows: set TWILIO_AUTH_TOKEN on both sides";
        }
        String page = external.foreignPage();
        boolean curable =
                page != null && isOrigin(page) && external.publicUrl() == null && external.isLocal(Set.of(page));
        return curable ? "; a page of " + page + " sent it: --allow-origin " + page + " lets it in" : "";
    }

    /** False for {@code null}, which a frame of any site may send, and for whatever else {@code --allow-origin} does not take. */
    private static boolean isOrigin(String page) {
        return RequestHost.ofOrigin(page) != null;
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
