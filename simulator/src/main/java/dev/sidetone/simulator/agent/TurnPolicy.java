package dev.sidetone.simulator.agent;

/**
 * How a mind takes turns, as the wire's session asks for it.
 *
 * @param listens whether what comes in is audio that it understands
 * @param detectsTurns whether it finds the caller's turns by itself
 * @param answersTurns whether it answers them without being asked
 * @param yields whether it stops when spoken over
 * @param paddingMs how much before the onset belongs to a turn
 * @param confirmMs how long it is spoken over before it takes that for more than a nod, and says so
 */
public record TurnPolicy(
        boolean listens, boolean detectsTurns, boolean answersTurns, boolean yields, long paddingMs, long confirmMs) {
    /** As most agents: it hears, answers and yields at once. */
    public static final TurnPolicy USUAL = new TurnPolicy(true, true, true, true, 0, 0);
    /** Before the session is set up. */
    public static final TurnPolicy DEAF = new TurnPolicy(false, false, false, false, 0, 0);
}
