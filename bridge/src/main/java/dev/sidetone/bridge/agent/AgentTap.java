package dev.sidetone.bridge.agent;

/**
 * Receives every message of an agent's wire, both ways, on the event loop of its call. It is called on the audio path: an implementation
 * takes the message down and returns at once. Messages hold whatever the agent and its vendor write, secrets too.
 */
public interface AgentTap {
    /** A tap that ignores everything. */
    AgentTap NONE = new AgentTap() {};

    /** A text message goes to the agent; stamped just before the write. */
    default void sent(String text, long atNs) {}

    /** A binary message of so many bytes goes to the agent. */
    default void sentBinary(int bytes, long atNs) {}

    /** A text message of the agent arrived. */
    default void heard(String text, long atNs) {}

    /** A binary message of so many bytes arrived from the agent. */
    default void heardBinary(int bytes, long atNs) {}

    /** A connection to the agent is over, or about to be closed; another may follow. */
    default void over(long atNs) {}
}
