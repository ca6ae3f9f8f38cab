package dev.sidetone.simulator.line.stream;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The base64 of a server's audio, decoded strictly. Stateless. */
final class Payload {
    /** Shorter than this, audio may look like base64 by chance. */
    private static final int TELLING_BYTES = 40;

    private Payload() {}

    /**
     * The mu-law bytes of {@code base64}.
     *
     * @throws ServerMessages.Invalid if it is no base64, or base64 of base64
     */
    static byte[] decode(String base64) throws ServerMessages.Invalid {
        if (base64.length() % 4 != 0) {
            throw new ServerMessages.Invalid(
                    "media.payload is not base64: its length, " + base64.length() + ", is not a multiple of four.",
                    "Encode the raw mu-law bytes as standard base64 with padding.");
        }
        byte[] mulaw = decoded(base64);
        if (looksLikeBase64(mulaw)) {
            throw new ServerMessages.Invalid(
                    "media.payload is base64 of base64: decoded once it is text, not audio.",
                    "Encode the audio once; pass an agent's base64 on as it is.");
        }
        return mulaw;
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

    private static boolean looksLikeBase64(byte[] decoded) {
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
