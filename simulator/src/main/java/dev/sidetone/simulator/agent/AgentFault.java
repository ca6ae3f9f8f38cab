package dev.sidetone.simulator.agent;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mischief that a fake agent does on request, each in its wire's own way. */
public enum AgentFault {
    /** Takes every key for a wrong one. */
    KEY("key"),
    /** Is at its limit. */
    BUSY("429"),
    /** Is gone in the middle of the first answer to a turn. */
    DIE("die"),
    /** Lets the caller in and never says that it is ready. */
    NEVER_READY("never-ready"),
    /** Sends one more piece of an answer that was spoken over. */
    LATE_DELTA("late-delta"),
    /** Sends something that is no JSON before every answer. */
    BAD_JSON("bad-json"),
    /** Cuts PCM in the middle of samples; mu-law has no middle. */
    ODD_BYTES("odd-bytes"),
    /** Ends the session after ten seconds, as at its longest duration. */
    EXPIRE("expire"),
    /** Says nothing more once it got a tool's result. */
    SILENT_TOOL("silent-tool");

    private final String text;

    AgentFault(String text) {
        this.text = text;
    }

    /** As a person types it. */
    public String text() {
        return text;
    }

    /** The fault of that name, or null. */
    public static @Nullable AgentFault of(String text) {
        for (AgentFault fault : values()) {
            if (fault.text.equals(text.toLowerCase(Locale.ROOT))) {
                return fault;
            }
        }
        return null;
    }
}
