package dev.sidetone.simulator.twilio.plan;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
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

    /** The URL by which a JSON {@code body} is sent and signed: with the hash of its bytes in the query. */
    public static String withBodyHash(String url, String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return url + (url.indexOf('?') < 0 ? "?" : "&") + "bodySHA256="
                    + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * What of a status callback's URL is signed: all but the fragment and the credentials; the port stays, also for https, as far as is
     * known.
     */
    public static String signedCallback(URI url) {
        return signed(url, true);
    }

    /**
     * What of a voice webhook's URL is signed: all but the fragment and the credentials, byte for byte, and for https also without the
     * port.
     */
    public static String signedUrl(URI url) {
        return signed(url, false);
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
