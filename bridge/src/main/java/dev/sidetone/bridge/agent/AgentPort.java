package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.time.Timers;

/** What a dialect has at hand: the wire to its agent, the call to tell, and timers. {@link DialledAgent}'s, on the call's event loop. */
public interface AgentPort {
    /** Writes one text message to the agent. */
    void send(String text);

    /** Writes one binary message to the agent. */
    void send(byte[] binary);

    /** Tells the call. */
    void tell(AgentEvent event);

    /** The loop's time. */
    Timers timers();
}
