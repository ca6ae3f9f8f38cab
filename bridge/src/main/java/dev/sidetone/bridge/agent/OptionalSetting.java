package dev.sidetone.bridge.agent;

/** A setting that not every wire has. */
public enum OptionalSetting {
    /** Further headers of the handshake. */
    HEADERS("headers"),
    /** The model that writes down the caller's words. */
    TRANSCRIPTION("transcription"),
    /** The shape of OpenAI's protocol. */
    SHAPE("shape"),
    /** The event that cuts an answer off. */
    BARGE_IN("barge-in"),
    /** The moment at which the agent gets a tool's result. */
    TOOL_RESULTS("tool-results"),
    /** The model that works with the tools, where the one that speaks has none. */
    TOOL_MODEL("tool-model"),
    /** Whether the agent waits for a tool. */
    TOOL_CALLS("tool-calls");

    private final String key;

    OptionalSetting(String key) {
        this.key = key;
    }

    /** The key in a file of settings. */
    public String key() {
        return key;
    }
}
