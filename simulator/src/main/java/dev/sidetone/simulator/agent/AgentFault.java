package dev.sidetone.simulator.agent;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one list of faults that can be injected into a fake agent, each carried out in its wire's own way. Help texts read it. */
public enum AgentFault {
    KEY("key", "takes every key for a wrong one"),
    UNAUTHORIZED("401", "refuses the key with that status before the upgrade, where the vendor can"),
    FORBIDDEN("403", "knows the key and gives it no access"),
    BUSY("429", "is at its limit"),
    BROKEN("500", "breaks inside, before or in mid-call, as the vendor does"),
    QUOTA("quota", "has no credit left, which some vendors notice in mid-call"),
    DIE("die", "closes the connection in the middle of the first answer to a turn"),
    NEVER_READY("never-ready", "takes the connection and never reports that it is ready"),
    LATE_DELTA("late-delta", "sends one more piece of an answer that was spoken over"),
    BAD_JSON("bad-json", "sends something that is not JSON before every answer"),
    ODD_BYTES("odd-bytes", "cuts PCM in the middle of samples; mu-law has no middle"),
    EXPIRE("expire", "ends the session after ten seconds, as at its longest duration"),
    SILENT_TOOL("silent-tool", "says nothing more once it was given a tool's result"),
    NO_IDS("no-ids", "leaves out the ids of its answers and responses"),
    SAME_IDS("same-ids", "gives all its answers and responses the same id"),
    NULLS("nulls", "sends null for words and codes, and a piece of null before each piece of sound"),
    LOOSE_BASE64(
            "loose-base64", "writes sound in other forms of base64: in lines, in the letters of URLs, without padding"),
    BAD_BASE64("bad-base64", "writes sound in something that is not base64"),
    BINARY_JSON("binary-json", "sends its messages in binary frames"),
    BARE_ERRORS(
            "bare-errors", "complains before every answer, of nothing, with an error that is a text without a code"),
    INCOMPLETE("incomplete", "ends every answer to a turn by its limit of tokens"),
    CONTENT_FILTER("content-filter", "ends every answer to a turn by its filter"),
    TEXT_ONLY("text-only", "answers turns in words without sound"),
    PREAMBLE(
            "preamble",
            "says the beginning of every answer to a turn as a preamble, a part of its own in the same response"),
    IDLE("idle", "speaks by itself when the caller has said nothing for five seconds"),
    STARVE(
            "starve",
            "stands still for a second and a half now and then and stays behind, where its sound is one track in real time"),
    OVERLAP("overlap", "says \"mm-hmm\" while the caller speaks, where both may speak at a time"),
    TOOL_ERROR("tool-error", "gives up a tool that it has called, where a model behind the voice works with tools"),
    STOPS_ANSWERING(
            "stops-answering", "answers one turn in a session and then nothing more, though it stays connected"),
    /** No fault of the agent: a bridge has to understand these forms too. */
    VARIANT("variant", "uses the other forms that its vendor's service and pages are known for");

    private final String text;
    private final String description;

    AgentFault(String text, String description) {
        this.text = text;
        this.description = description;
    }

    /** All names, as a person types them. */
    public static String names() {
        return Stream.of(values()).map(AgentFault::text).collect(Collectors.joining(", "));
    }

    /** As a person types it. */
    public String text() {
        return text;
    }

    /** The agent's behaviour with this fault, as the rest of a sentence that begins with "the agent". */
    public String description() {
        return description;
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
