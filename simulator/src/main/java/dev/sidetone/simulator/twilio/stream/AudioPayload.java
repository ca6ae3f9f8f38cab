package dev.sidetone.simulator.twilio.stream;

import dev.sidetone.simulator.line.stream.InvalidMessage;
import dev.sidetone.simulator.line.stream.TwoWayProtocol;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The base64 of a server's audio. Stateless. */
final class AudioPayload {
    /** Shorter than this, audio may look like base64 by chance. */
    private static final int TELLING_BYTES = 40;

    private AudioPayload() {}

    /**
     * Decodes a payload once, as Twilio does: base64 of base64 is base64, so it is suspected and played as what comes out.
     *
     * @param lenient whether as much is decoded as can be
     * @throws InvalidMessage if it is no base64
     */
    static byte[] decode(String base64, boolean lenient, TwoWayProtocol.Receiver receiver) throws InvalidMessage {
        if (lenient) {
            return decodeWhatIsBase64(base64);
        }
        if (base64.length() % 4 != 0) {
            throw new InvalidMessage(
                    "media.payload is not base64: its length, " + base64.length() + ", is not a multiple of four.",
                    "Encode the raw mu-law bytes as standard base64 with padding.");
        }
        try {
            byte[] mulaw = Base64.getDecoder().decode(base64);
            if (looksLikeBase64(mulaw)) {
                receiver.suspect(new InvalidMessage(
                        "media.payload is base64 of base64: decoded once it is text, not audio.",
                        "Encode the audio once; pass an agent's base64 on as it is."));
            }
            return mulaw;
        } catch (IllegalArgumentException e) {
            String cure = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0
                    ? "Use the standard alphabet with + and /, not the one for URLs."
                    : "Encode the raw mu-law bytes as standard base64 with padding.";
            throw new InvalidMessage("media.payload is not base64: " + foreign(base64) + ".", cure);
        }
    }

    /** The first thing in {@code text} that base64 has not; its length is right. */
    private static String foreign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean end = i >= text.length() - 2;
            if (sign == '=' && !end) {
                return "its padding begins at character " + (i + 1) + " of " + text.length();
            }
            if ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=".indexOf(sign) < 0) {
                return "its character " + (i + 1) + " is " + (sign < ' ' ? "a control character" : "\"" + sign + "\"");
            }
        }
        return "its padding is not at its end";
    }

    /** The bytes of whatever in {@code base64} is base64, in either alphabet and with or without padding. */
    private static byte[] decodeWhatIsBase64(String base64) {
        String standard = base64.replace('-', '+').replace('_', '/').replaceAll("[^A-Za-z0-9+/]", "");
        int whole = standard.length() % 4 == 1 ? standard.length() - 1 : standard.length();
        return Base64.getDecoder().decode(standard.substring(0, whole));
    }

    /** Returns whether audio that was decoded once is text that could be decoded again. */
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
