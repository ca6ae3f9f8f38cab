package dev.sidetone.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Headers with the signature that Twilio would make with the token 12345, by the documented recipe. */
final class SignedByTwilio {
    private SignedByTwilio() {}

    static Map<String, String> headers(String signedText) {
        return Map.of("X-Twilio-Signature", signature(signedText));
    }

    static String signature(String signedText) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec("12345".getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signedText.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
