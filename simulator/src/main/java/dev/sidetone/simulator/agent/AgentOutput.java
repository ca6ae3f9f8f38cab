package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.MulawChunk;

/** Writes what a fake agent does as messages of its wire. Called by its {@link TurnController}, on the session's loop. */
public interface AgentOutput {
    /** The caller speaks since {@code startMs} of all the audio that came in, padding before it included. */
    void callerStarted(long startMs);

    /**
     * The caller has been silent for long enough.
     *
     * @param endMs includes that silence
     * @param spokenMs from the first to the last sound
     */
    void callerStopped(long endMs, long spokenMs);

    /** The agent will say or do something; there is no other answer under way. Returns the name by which the wire knows it. */
    String answerStarted(ScriptedAnswer answer);

    /** Here is the next piece of it. */
    void answered(MulawChunk audio, String words);

    /** How long what is said waits in the agent before it goes out, and falls silent after the agent has: on a wire that carries one track. */
    default long behindNs() {
        return 0;
    }

    /** The agent calls a tool, or uses the wire's own word for a transfer or the end. */
    void acted(AgentScript.Action action);

    /** There is no more of it. */
    void answerEnded(AgentLog.Ending ending);

    /** The caller's turn gets no answer, for the last one is not through. */
    void answerRefused();

    /** An injected fault: a piece of the last answer after its end. */
    void late(MulawChunk audio);

    /** An injected fault: something that is not a message. */
    void malformed();

    /** An injected fault: an error without a code, where the wire has errors. */
    default void complain() {}

    /** An injected fault: the connection closes. */
    void die();
}
