package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.MulawChunk;

/** What a mind does, told to the wire that carries it, in the order in which it happens and on the session's loop. */
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

    /** It is not said but done. */
    void acted(AgentScript.Action action);

    /** There is no more of it. */
    void answerEnded(AgentLog.Ending ending);

    /** The caller's turn gets no answer, for the last one is not through. */
    void answerRefused();

    /** Mischief: a piece of the last answer after its end. */
    void late(MulawChunk audio);

    /** Mischief: something that is no message. */
    void malformed();

    /** Mischief: the session breaks off. */
    void die();
}
