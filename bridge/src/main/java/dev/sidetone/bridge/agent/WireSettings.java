package dev.sidetone.bridge.agent;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a wire that do not fit every vendor. Immutable, for any thread.
 *
 * @param transcription the model that writes down the caller's words, or null for none
 * @param shape the shape of OpenAI's protocol that a compatible server speaks
 * @param bargeIn the event that cuts an answer off
 * @param toolResults the moment at which the agent is given a tool's result
 * @param longestMs the service's longest session, or 0 where only it knows
 * @param toolModel the model that works with the tools, or null where it is the one that speaks
 * @param toolCalls whether the agent waits for a tool
 * @param stalled what is done about an agent that is connected and does not answer
 * @param resumed the vendor's name for the session to take up, or null for a new one
 */
public record WireSettings(
        @Nullable String transcription,
        Shape shape,
        BargeIn bargeIn,
        ToolResults toolResults,
        long longestMs,
        @Nullable String toolModel,
        ToolCalls toolCalls,
        Stalled stalled,
        @Nullable String resumed) {
    private static final long NS_PER_MS = 1_000_000;

    /** The shapes of OpenAI's protocol. */
    public enum Shape {
        GA,
        BETA,
        /** The GA shape of xAI's server: turn detection stands at the session's own level, nothing is truncated. */
        XAI,
        /** The older shape of Azure's Voice Live: more formats, and a voice that is an object. */
        VOICE_LIVE
    }

    /** The event that cuts an answer off, on wires that report speech and interruptions apart. */
    public enum BargeIn {
        /** Any speech of the caller's. */
        EARLY,
        /** Only what the agent itself takes for an interruption: an "uh-huh" does not. */
        LATE
    }

    /** The moment at which the agent is given a tool's result, on wires where it may be speaking meanwhile. */
    public enum ToolResults {
        /** After the present answer; never, if that was interrupted. */
        AFTER_REPLY,
        /** As soon as it is there. */
        IMMEDIATE
    }

    /** Whether the agent waits for a tool, on wires that leave the choice. */
    public enum ToolCalls {
        /** It is silent until it has the result. */
        BLOCKING,
        /** It goes on talking, and speaks of the result when it is there. */
        NON_BLOCKING
    }

    /** What is done about an agent that is connected and does not answer. */
    public enum Stalled {
        /** It is reported. */
        WAIT,
        /** Another session is given what the caller said; one that stalls too is given up. */
        NEW_SESSION,
        /** It is given up: the call ends as one without an agent. */
        APOLOGY
    }

    /** The settings of a wire whose model works with the tools itself and waits for each; and a new session. */
    public WireSettings(
            @Nullable String transcription, Shape shape, BargeIn bargeIn, ToolResults toolResults, long longestMs) {
        this(transcription, shape, bargeIn, toolResults, longestMs, null, ToolCalls.BLOCKING, Stalled.WAIT, null);
    }

    /** The settings of a wire that chooses nothing of its own. */
    public static final WireSettings USUAL =
            new WireSettings(null, Shape.GA, BargeIn.EARLY, ToolResults.AFTER_REPLY, 0);

    /** The same with another transcription model. */
    public WireSettings withTranscription(String other) {
        return new WireSettings(other, shape, bargeIn, toolResults, longestMs, toolModel, toolCalls, stalled, resumed);
    }

    /** The same with another model that works with the tools. */
    public WireSettings withToolModel(String other) {
        return new WireSettings(
                transcription, shape, bargeIn, toolResults, longestMs, other, toolCalls, stalled, resumed);
    }

    /** The same for another connection of the session {@code handle}. */
    WireSettings resuming(String handle) {
        return new WireSettings(
                transcription, shape, bargeIn, toolResults, longestMs, toolModel, toolCalls, stalled, handle);
    }

    /** The same with another answer to a stall. */
    public WireSettings withStalled(Stalled what) {
        return new WireSettings(
                transcription, shape, bargeIn, toolResults, longestMs, toolModel, toolCalls, what, resumed);
    }

    /** The longest session as set, or else {@code otherwiseNs}. */
    public long longestNs(long otherwiseNs) {
        return longestMs > 0 ? longestMs * NS_PER_MS : otherwiseNs;
    }
}
