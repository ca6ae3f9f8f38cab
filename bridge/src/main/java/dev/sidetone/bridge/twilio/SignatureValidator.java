package dev.sidetone.bridge.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Validates {@code X-Twilio-Signature}, an HMAC-SHA1 over a request's URL and its sorted form fields. Thread-safe.
 *
 * <p>The URL's forms that Twilio is known to sign are all tried, see {@link SignedUrl}. Twilio's own validator for Java knows fewer of
 * them: it takes 80 for the default port of {@code wss}, re-encodes a query beside a port and holds one value per name. Source: Twilio
 * docs, usage/security.
 */
public final class SignatureValidator {
    /** Signs for whoever sets no token: a secret to nobody, so that its signatures prove nothing. */
    public static final String TEST_TOKEN = "5ide70ne5ide70ne5ide70ne5ide70ne";

    private static final String HMAC = "HmacSHA1";
    private static final String BODY_HASH = "bodySHA256=";
    /** The Base64 text of an HMAC-SHA1: any other length is wrong without a look at what was signed. */
    private static final int SIGNATURE_CHARS = 28;

    private final SecretKeySpec key;

    public SignatureValidator(String authToken) {
        this.key = new SecretKeySpec(authToken.getBytes(UTF_8), HMAC);
    }

    /** The result of a validation. */
    public enum Verdict {
        GENUINE,
        MISSING,
        WRONG
    }

    /** Validates a request with a form or, without fields, one without a body. {@code url} is the one that Twilio was given. */
    public Verdict form(String url, Map<String, ? extends Collection<String>> fields, @Nullable String signature) {
        return judge(signature, SignedUrl.ofRequest(url), () -> sorted(fields));
    }

    /** Validates a request with any other body: its hash is in the query, and only the URL is signed. */
    public Verdict body(String url, String body, @Nullable String signature) {
        Verdict verdict = judge(signature, SignedUrl.ofRequest(url), () -> "");
        return verdict == Verdict.GENUINE && !same(bodyHash(url), sha256(body)) ? Verdict.WRONG : verdict;
    }

    /** The hash in the query, as far as that is signed, or an empty text. */
    private static String bodyHash(String whole) {
        String url = SignedUrl.withoutFragment(whole);
        int query = url.indexOf('?');
        for (String pair : query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
            if (pair.startsWith(BODY_HASH)) {
                return pair.substring(BODY_HASH.length());
            }
        }
        return "";
    }

    /** Validates a stream's WebSocket handshake. {@code url} is the one in the TwiML, {@code ws://} or {@code wss://}. */
    public Verdict upgrade(String url, @Nullable String signature) {
        return judge(signature, SignedUrl.ofUpgrade(url), () -> "");
    }

    /** The signature of a request without a form: a GET, or a WebSocket handshake. {@code url} is signed as it is. */
    public String signature(String url) {
        return sign(url);
    }

    private Verdict judge(@Nullable String signature, Stream<String> urls, Supplier<String> fields) {
        if (signature == null || signature.isEmpty()) {
            return Verdict.MISSING;
        }
        if (signature.length() != SIGNATURE_CHARS) {
            return Verdict.WRONG;
        }
        String signed = fields.get();
        boolean genuine = urls.anyMatch(url -> same(sign(url + signed), signature));
        return genuine ? Verdict.GENUINE : Verdict.WRONG;
    }

    private static String sorted(Map<String, ? extends Collection<String>> fields) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> new TreeSet<>(values)
                .forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA1", e);
        }
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Takes the same time wherever the difference is. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
