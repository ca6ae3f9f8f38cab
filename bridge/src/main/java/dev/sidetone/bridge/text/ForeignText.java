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

    /** The first {@code most} characters of {@code text} without secrets: cut after that, so that no part of one is left. */
    public static String redacted(String text, int most) {
        String redacted = redacted(text);
        return redacted.length() <= most ? redacted : redacted.substring(0, most) + "…";
    }

    /** JSON as {@code json} is, without secrets, and with those characters escaped that a terminal or an editor would obey. */
    public static String json(String json) {
        return VisibleText.escapedJson(redacted(json));
    }
}
