package dev.sidetone.bridge.agent;

/** The kinds of what is wrong with an agent's messages or answers while it goes on. */
public enum AgentFlaw {
    /** It sent something that cannot be read, and that was left out. */
    UNREADABLE,
    /** It ended an answer before its end, by a limit or a filter of its own. */
    UNFINISHED,
    /** It answered in words without sound. */
    TEXT_ONLY;

    /** What is wrong with sound that is not base64. */
    public static final String NO_BASE64 =
            "sent sound that is not base64; it is left out, and the caller hears nothing of it";

    private static final int MOST_CHARS = 80;

    /** What is wrong with an answer that the agent ended for {@code reason}. */
    public static String because(String reason) {
        return "ended an answer before its end: " + (reason.isEmpty() ? "it gives no reason" : reason);
    }

    /** What is wrong with an answer of {@code words} without sound. */
    public static String silently(String words) {
        String shown = words.length() > MOST_CHARS ? words.substring(0, MOST_CHARS) + "…" : words;
        return "answered in words without sound, which the caller does not hear: \"" + shown + "\"";
    }
}
