package dev.sidetone.simulator.twilio.plan;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code X-Twilio-Signature} of a request: HMAC-SHA1, keyed with the account's token, over the URL and then name and value of every
 * form field, sorted by name. Stateless, for any thread. Source: Twilio docs, usage/security.
 */
public final class TwilioSignature {
    private static final String ALGORITHM = "HmacSHA1";

    private TwilioSignature() {}

    /** Signs {@code url} as it stands, with the decoded {@code form} fields of a POST (empty for a GET or a handshake). */
    public static String sign(String authToken, String url, Map<String, String> form) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /** The headers of a stream's handshake that are Twilio's own; {@code url} is signed as it stands unless the plan has quirks. */
    public static Map<String, String> streamHeaders(CallPlan plan, URI url) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Twilio.TmeWs/1.0");
        headers.put("x-twilio-signature", sign(plan.authToken(), signedStream(plan, url), Map.of()));
        return headers;
    }

    /**
     * The headers of a ConversationRelay's handshake that are Twilio's own: another client than that of streams. {@code url} is signed as it is
     * written in the TwiML, with its query.
     */
    public static Map<String, String> relayHeaders(CallPlan plan, String url) {
        String signature = sign(plan.authToken(), url, Map.of());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Jetty/11.0.24");
        headers.put("accept-encoding", "gzip");
        headers.put("cache-control", "no-cache");
        headers.put("pragma", "no-cache");
        headers.put("x-twilio-signature", signature);
        headers.put("x-amzn-bedrock-agentcore-runtime-custom-twilio-signature", signature);
        return headers;
    }

    /**
     * The part of a status callback's URL that is signed: all but the fragment and the credentials; the port stays, also for https, as far as is
     * known.
     */
    public static String signedCallback(URI url) {
        return signed(url, true);
    }

    /**
     * The part of a voice webhook's URL that is signed: all but the fragment and the credentials, byte for byte, and for https also without the
     * port.
     */
    public static String signedUrl(URI url) {
        return signed(url, false);
    }

    private static String signedStream(CallPlan plan, URI url) {
        String text = url.toString();
        if (plan.quirks().contains(SignatureQuirk.STREAM_WITHOUT_PORT)) {
            text = text.replaceFirst("^(wss?://[^/]*?):\\d+(?=/|$)", "$1");
        }
        boolean slash = plan.quirks().contains(SignatureQuirk.STREAM_SLASH) && !text.endsWith("/");
        return slash ? text + "/" : text;
    }

    private static String signed(URI url, boolean keepPort) {
        String text = url.toString();
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        String authority = url.getRawAuthority();
        if (authority == null) {
            return whole;
        }
        return whole.replaceFirst(
                Pattern.quote(authority), Matcher.quoteReplacement(signedHost(url, authority, keepPort)));
    }

    private static String signedHost(URI url, String authority, boolean keepPort) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        if (!keepPort && url.getPort() >= 0 && "https".equalsIgnoreCase(url.getScheme())) {
            return host.substring(0, host.lastIndexOf(':'));
        }
        return host;
    }
}
