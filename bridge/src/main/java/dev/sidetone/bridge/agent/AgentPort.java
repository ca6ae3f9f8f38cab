package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.time.Timers;

/** The surroundings of a dialect: the wire to its agent, the call that it reports to, and timers. {@link RemoteAgentLeg}'s, on the call's event loop. */
public interface AgentPort {
    /** Writes one text message to the agent. */
    void send(String text);

    /** Writes one binary message to the agent. */
    void send(byte[] binary);

    /** Reports an event to the call. */
    void report(AgentEvent event);

    /** How long it is until a moment of the calendar, as far as this machine's clock is right. */
    long nsUntil(long epochSecond);

    /** The loop's time. */
    Timers timers();
}
