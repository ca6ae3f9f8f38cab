package dev.sidetone.simulator.agent;

/**
 * The rules by which a fake agent takes turns, as the settings of its session ask for them.
 *
 * @param listens whether it understands the audio that comes in
 * @param detectsTurns whether it finds the caller's turns by itself
 * @param answersTurns whether it answers them without being asked
 * @param yields whether it stops when spoken over
 * @param paddingMs how much before the onset belongs to a turn
 * @param confirmMs the time for which the caller must speak over it before it counts as an interruption
 */
public record TurnPolicy(
        boolean listens, boolean detectsTurns, boolean answersTurns, boolean yields, long paddingMs, long confirmMs) {
    /** The rules of most agents: they hear, answer and yield at once. */
    public static final TurnPolicy USUAL = new TurnPolicy(true, true, true, true, 0, 0);
    /** The rules before the session is set up. */
    public static final TurnPolicy DEAF = new TurnPolicy(false, false, false, false, 0, 0);
}
