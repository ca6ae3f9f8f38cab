package dev.sidetone.simulator.agent;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mischief that a fake agent does on request, each in its wire's own way. */
public enum AgentFault {
    /** Takes every key for a wrong one. */
    KEY("key"),
    /** Refuses the key with that status before the upgrade, where the vendor can. */
    UNAUTHORIZED("401"),
    /** Knows the key and gives it no access. */
    FORBIDDEN("403"),
    /** Is at its limit. */
    BUSY("429"),
    /** Has nothing left to pay with, which some vendors notice in mid-call. */
    QUOTA("quota"),
    /** Breaks inside, before or in mid-call, as the vendor does. */
    BROKEN("500"),
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
    SILENT_TOOL("silent-tool"),
    /** No mischief: speaks the other forms that its vendor's service and pages are known for. */
    VARIANT("variant");

    private final String text;

    AgentFault(String text) {
        this.text = text;
    }

    /** All of them, as a person types them. */
    public static String names() {
        return Stream.of(values()).map(AgentFault::text).collect(Collectors.joining(", "));
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
