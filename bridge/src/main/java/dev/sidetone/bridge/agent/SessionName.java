package dev.sidetone.bridge.agent;

/**
 * The name by which an agent knows a session, for a question to its vendor, and the model that it says it is. Text of the agent's, each cut
 * to {@value AgentMemory#ID_CHARS} characters, and empty where it said nothing.
 */
public record SessionName(String id, String model) {
    /** Nothing was said. */
    public static final SessionName NONE = new SessionName("", "");

    public SessionName {
        id = cut(id);
        model = cut(model);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), AgentMemory.ID_CHARS));
    }
}
