package dev.sidetone.bridge.agent;

import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about a wire beyond what fits every vendor. Immutable, for any thread.
 *
 * @param transcription the model that writes down the caller's words, or null for none
 * @param shape which shape of OpenAI's protocol a compatible server speaks
 * @param bargeIn what cuts an answer off
 * @param toolResults when the agent is given a tool's result
 * @param longestMs how long the service lets a session last, or 0 where only it knows
 */
public record WireChoices(
        @Nullable String transcription, Shape shape, BargeIn bargeIn, ToolResults toolResults, long longestMs) {
    private static final long NS_PER_MS = 1_000_000;

    /** The shapes of OpenAI's protocol. */
    public enum Shape {
        GA,
        BETA
    }

    /** What cuts an answer off, on wires that tell of speech and of interruptions. */
    public enum BargeIn {
        /** Any speech of the caller's. */
        EARLY,
        /** Only what the agent itself takes for an interruption: an "uh-huh" does not. */
        LATE
    }

    /** When the agent is given a tool's result, on wires where it may be speaking meanwhile. */
    public enum ToolResults {
        /** When it has said what it was saying; never, if that was interrupted. */
        AFTER_REPLY,
        /** As soon as it is there. */
        IMMEDIATE
    }

    /** What each wire does when nothing is chosen. */
    public static WireChoices of(AgentWire wire) {
        String transcription =
                switch (wire) {
                    case OPENAI -> "gpt-4o-mini-transcribe";
                    case OPENAI_BETA -> "whisper-1";
                    case INWORLD -> "assemblyai/universal-streaming-multilingual";
                    case ASSEMBLYAI, OMNI, COMPATIBLE -> null;
                };
        return new WireChoices(transcription, Shape.GA, BargeIn.EARLY, ToolResults.AFTER_REPLY, 0);
    }

    /** The longest session as chosen, or else {@code otherwiseNs}. */
    public long longestNs(long otherwiseNs) {
        return longestMs > 0 ? longestMs * NS_PER_MS : otherwiseNs;
    }
}
