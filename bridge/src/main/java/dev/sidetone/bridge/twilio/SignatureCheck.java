package dev.sidetone.bridge.twilio;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is Twilio's, by {@code X-Twilio-Signature}, with the SDK's own validator. Thread-safe.
 *
 * <p>The SDK tries a URL with its default port added and removed, and for {@code wss} takes 80 for the default: so the bridge gives out
 * and checks URLs without a default port. Twilio may sign a stream's URL with a slash added: both are accepted.
 */
public final class SignatureCheck {
    private final RequestValidator validator;

    public SignatureCheck(String authToken) {
        this.validator = new RequestValidator(authToken);
    }

    /** What a signature says. */
    public enum Verdict {
        GENUINE,
        MISSING,
        WRONG
    }

    /** Judges a form request. {@code url} is the one that Twilio was told to call, byte for byte. */
    public Verdict form(String url, Map<String, String> fields, @Nullable String signature) {
        return judge(signature, url, fields);
    }

    /** Judges a stream's upgrade. {@code url} is the one in the TwiML, {@code ws://} or {@code wss://}. */
    public Verdict upgrade(String url, @Nullable String signature) {
        Verdict plain = judge(signature, url, Map.of());
        return plain == Verdict.WRONG ? judge(signature, url + "/", Map.of()) : plain;
    }

    private Verdict judge(@Nullable String signature, String url, Map<String, String> fields) {
        if (signature == null || signature.isEmpty()) {
            return Verdict.MISSING;
        }
        return validator.validate(url, fields, signature) ? Verdict.GENUINE : Verdict.WRONG;
    }
}
