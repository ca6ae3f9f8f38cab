package dev.sidetone.simulator.agent;

/**
 * How a mind takes turns, as the wire's session asks for it.
 *
 * @param listens whether what comes in is audio that it understands
 * @param detectsTurns whether it finds the caller's turns by itself
 * @param answersTurns whether it answers them without being asked
 * @param yields whether it stops when spoken over
 * @param paddingMs how much before the onset belongs to a turn
 */
record Manners(boolean listens, boolean detectsTurns, boolean answersTurns, boolean yields, long paddingMs) {
    /** Before the session is set up. */
    static final Manners DEAF = new Manners(false, false, false, false, 0);
}
