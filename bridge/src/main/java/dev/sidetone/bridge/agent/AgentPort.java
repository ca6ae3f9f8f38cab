package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.time.Timers;

/**
 * The surroundings of a dialect: the connection to its agent, the call that it reports to, and timers. Owned by {@link RemoteAgentLeg}, on
 * the call's event loop.
 */
public interface AgentPort {
    /** Writes one text message to the agent. */
    void send(String text);

    /** Writes one binary message to the agent. */
    void send(byte[] binary);

    /** Reports an event to the call. */
    void report(AgentEvent event);

    /** Logs a warning about what the agent did, with the call's name; text of the agent's may be in it. */
    void warn(String what);

    /** The time until a moment of the calendar, by this machine's clock. */
    long nsUntil(long epochSecond);

    /** The loop's time. */
    Timers timers();
}
