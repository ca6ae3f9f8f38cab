package dev.sidetone.bridge.text;

import static dev.sidetone.bridge.text.SecretValues.REDACTED;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds secrets by their shape: the keys of well-known services, authorization headers, credentials and signatures in URLs, and fields
 * named like a secret. Every pattern takes time in proportion to the text. Stateless.
 */
final class SecretShapes {
    private static final int FEWEST_CHARS = 8;

    /** A shape, one of whose {@code hints} is in every text that has it, and what is left of it. */
    private record Shape(List<String> hints, Pattern pattern, String rest) {
        Shape(List<String> hints, String regex, String rest) {
            this(hints, Pattern.compile(regex), rest);
        }
    }

    private static final List<Shape> ALL = List.of(
            new Shape(
                    List.of("-----BEGIN"),
                    "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*+(?:-----END [A-Z ]{0,30}-----)?",
                    REDACTED),
            new Shape(List.of("//"), "//[^/?#\\s\"'\\\\<>]{1,400}@", "//"),
            new Shape(
                    List.of("earer", "asic", "EARER", "ASIC"),
                    "\\b((?i:bearer|basic))(\\s{1,4}|\\+|%20)(?=[A-Za-z]{0,60}[0-9._~+/=-])[A-Za-z0-9._~+/=-]{8,}+",
                    "$1$2" + REDACTED),
            new Shape(
                    List.of("uthorization", "UTHORIZATION", "ookie", "OOKIE", "ignature", "IGNATURE", "pi-", "PI-"),
                    "\\b((?i:proxy-authorization|authorization|set-cookie|cookie|x-twilio-signature|x-api-key|api-key))"
                            + "(\\\\{0,4}\"?\\s{0,4}[:=]\\s{0,4}\\\\{0,4}\"?)(?![A-Za-z][A-Za-z0-9-]{1,20}\\s{1,4}\\[redacted)((?:[A-Za-z][A-Za-z0-9-]{1,20}\\s{1,2})?)"
                            + "[^\\s\"'\\\\,<>\\[\\]]{4,}+",
                    "$1$2$3" + REDACTED),
            new Shape(
                    List.of("=", "%3"),
                    "((?:[?&;]|%(?:3[BbFf]|26))(?i:(?:access_|auth_?|id_|refresh_|call_?|api_?|client_)?(?:token|key|secret|signature|password)|sig|awsaccesskeyid"
                            + "|x-(?:amz|goog)-(?:signature|credential|security-token))(?:=|%3[Dd]))[^&#\\s\"'\\\\<>]{1,}+",
                    "$1" + REDACTED),
            new Shape(
                    List.of("\":", "\\\":", "\" :"),
                    "(\"(?i:(?:access_|auth_?|id_|refresh_|api_?|client_|x-)?(?:token|key|secret|password)|authtoken|apikey)\\\\{0,4}\"\\s{0,4}:\\s{0,4}"
                            + "\\\\{0,4}\")[^\"\\\\]{8,}+",
                    "$1" + REDACTED),
            new Shape(
                    List.of("sk-", "sk_", "rk_", "ek_", "pk_", "pyai_"),
                    "\\b(?:sk|rk|ek|pk)[-_][A-Za-z0-9_-]{16,}+|\\bpyai_[a-z]{1,8}_[A-Za-z0-9]{8,}+",
                    REDACTED),
            new Shape(
                    List.of("AIza", "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "xox", "AKIA", "ASIA"),
                    "\\bAIza[A-Za-z0-9_-]{30,}+|\\bgh[pousr]_[A-Za-z0-9]{20,}+|\\bgithub_pat_[A-Za-z0-9_]{20,}+"
                            + "|\\bxox[a-z]-[A-Za-z0-9-]{10,}+|\\bA[KS]IA[A-Z0-9]{16}",
                    REDACTED),
            new Shape(
                    List.of("eyJ"),
                    "(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]*+)?",
                    REDACTED));

    private SecretShapes() {}

    static String redact(String text) {
        if (text.length() < FEWEST_CHARS) {
            return text;
        }
        String redacted = text;
        for (Shape shape : ALL) {
            if (hasHint(redacted, shape)) {
                redacted = shape.pattern.matcher(redacted).replaceAll(shape.rest);
            }
        }
        return redacted;
    }

    private static boolean hasHint(String text, Shape shape) {
        for (String hint : shape.hints) {
            if (text.contains(hint)) {
                return true;
            }
        }
        return false;
    }
}
