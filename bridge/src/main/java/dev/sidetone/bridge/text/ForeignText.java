package dev.sidetone.bridge.text;

/**
 * Makes text that others wrote safe to show: whatever comes from a peer, a file or a vendor passes here before it reaches a terminal, a log,
 * a transcript, a page, a window or a file. Secrets are redacted here and nowhere else. Stateless but for the process's secrets; for any thread.
 */
public final class ForeignText {
    /** The length to which a line is cut. */
    public static final int MOST_CHARS = 2_000;

    /** Room for the note: what passed once passes again unchanged. */
    private static final int NOTE_CHARS = 32;

    /** In characters: a private key, the longest secret, is shorter. */
    private static final int LONGEST_SECRET = 8_000;

    private ForeignText() {}

    /** Makes {@code secret} one of the values that are never shown; short ones, which are words as well, are not. */
    public static void hide(String secret) {
        SecretValues.add(secret);
    }

    /** {@code text} on one line, without secrets, with everything visible that a terminal or a reader's eye would obey, and not too long. */
    public static String line(String text) {
        return line(text, MOST_CHARS);
    }

    /** The same, cut after {@code most} characters with a note of how many there were. */
    public static String line(String text, int most) {
        String visible = VisibleText.of(redacted(text));
        if (visible.length() <= most + NOTE_CHARS) {
            return visible;
        }
        int end = Character.isHighSurrogate(visible.charAt(most - 1)) ? most - 1 : most;
        return visible.substring(0, end) + "… (" + text.length() + " characters)";
    }

    /** {@code text} without secrets, else as it came. */
    public static String redacted(String text) {
        return SecretShapes.redact(SecretValues.redact(text));
    }

    /** Whether {@code text} lacks a secret that stood in it, or would when it is shown. */
    public static boolean isRedacted(String text) {
        return redacted(text).contains(SecretValues.REDACTED);
    }

    /** The first {@code most} characters of {@code text} without secrets: cut after that, so that no part of one is left. */
    public static String redacted(String text, int most) {
        String redacted = redacted(text);
        return redacted.length() <= most ? redacted : redacted.substring(0, most) + "…";
    }

    /**
     * The part of {@code text} from {@code from} to {@code to}, without secrets. A secret that begins before the part or ends behind it is
     * redacted whole.
     */
    public static String excerpt(String text, int from, int to) {
        int begin = Math.max(0, from - LONGEST_SECRET);
        int end = Math.min(text.length(), to + LONGEST_SECRET);
        String around = redacted(text.substring(begin, end));
        int before = commonPrefix(around, redacted(text.substring(begin, from)));
        int behind = commonSuffix(around, redacted(text.substring(to, end)));
        return around.substring(before, Math.max(before, around.length() - behind));
    }

    private static int commonPrefix(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        return common;
    }

    private static int commonSuffix(String a, String b) {
        int common = 0;
        while (common < Math.min(a.length(), b.length())
                && a.charAt(a.length() - 1 - common) == b.charAt(b.length() - 1 - common)) {
            common++;
        }
        return common;
    }

    /** JSON as {@code json} is, without secrets, and with those characters escaped that a terminal or an editor would obey. */
    public static String json(String json) {
        return VisibleText.escapedJson(redacted(json));
    }
}
