package dev.sidetone.bridge.audio;

/**
 * Base64 as servers write it, in the one form that Twilio takes. Some break it into lines, leave out the padding, or use the letters of
 * URLs. Stateless, for any thread.
 */
public final class Base64Text {
    private static final int QUANTUM = 4;

    private Base64Text() {}

    /**
     * The same in standard letters, in one line and with padding; {@code foreign} itself where it is so already.
     *
     * @throws IllegalArgumentException if it is not base64 in any of these forms
     */
    public static String standard(String foreign) {
        return MulawChunk.isForeignBase64(foreign) ? foreign : mended(foreign);
    }

    private static String mended(String foreign) {
        StringBuilder letters = new StringBuilder(foreign.length() + QUANTUM);
        int padding = 0;
        for (int i = 0; i < foreign.length(); i++) {
            char c = foreign.charAt(i);
            if (c == '=') {
                padding++;
            } else if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
                if (padding > 0) {
                    throw new IllegalArgumentException("has padding before its end");
                }
                letters.append(c == '-' ? '+' : c == '_' ? '/' : c);
            }
        }
        int rest = letters.length() % QUANTUM;
        int missing = rest == 0 ? 0 : QUANTUM - rest;
        if (rest == 1 || padding > missing) {
            throw new IllegalArgumentException("is not whole base64");
        }
        String standard = letters.append("=".repeat(missing)).toString();
        if (!MulawChunk.isForeignBase64(standard)) {
            throw new IllegalArgumentException("is not base64");
        }
        return standard;
    }
}
