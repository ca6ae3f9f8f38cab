package dev.sidetone.simulator.line.stream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The base64 of a server's audio. Stateless. */
final class Payload {
    /** Shorter than this, audio may look like base64 by chance. */
    private static final int TELLING_BYTES = 40;

    private Payload() {}

    /**
     * The bytes of {@code base64}.
     *
     * @throws ServerMessages.Invalid if it is no base64
     */
    static byte[] decode(String base64) throws ServerMessages.Invalid {
        if (base64.length() % 4 != 0) {
            throw new ServerMessages.Invalid(
                    "media.payload is not base64: its length, " + base64.length() + ", is not a multiple of four.",
                    "Encode the raw mu-law bytes as standard base64 with padding.");
        }
        return decoded(base64);
    }

    /** The bytes of whatever in {@code base64} is base64, in either alphabet and with or without padding. */
    static byte[] decodeKindly(String base64) {
        String standard = base64.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
        int whole = standard.length() % 4 == 1 ? standard.length() - 1 : standard.length();
        return Base64.getDecoder().decode(standard.substring(0, whole));
    }

    private static byte[] decoded(String base64) throws ServerMessages.Invalid {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            String cure = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0
                    ? "Use the standard alphabet with + and /, not the one for URLs."
                    : "Encode the raw mu-law bytes as standard base64 with padding.";
            throw new ServerMessages.Invalid("media.payload is not base64: " + e.getMessage() + ".", cure);
        }
    }

    /** Whether audio that was decoded once is text that could be decoded again. */
    static boolean looksLikeBase64(byte[] decoded) {
        if (decoded.length < TELLING_BYTES || decoded.length % 4 != 0 || isConstant(decoded)) {
            return false;
        }
        try {
            Base64.getDecoder().decode(new String(decoded, StandardCharsets.ISO_8859_1));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** One value throughout is a test signal, not text. */
    private static boolean isConstant(byte[] decoded) {
        for (byte value : decoded) {
            if (value != decoded[0]) {
                return false;
            }
        }
        return true;
    }
}
