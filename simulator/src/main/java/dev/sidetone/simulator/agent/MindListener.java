package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.audio.MulawChunk;

/** What a mind does, told to the wire that carries it, in the order in which it happens and on the session's loop. */
interface MindListener {
    /** The caller speaks since {@code startMs} of all the audio that came in, padding before it included. */
    void callerStarted(long startMs);

    /** The caller has been silent for long enough; {@code endMs} includes that silence. */
    void callerStopped(long endMs);

    /** The agent will say something; there is no other answer under way. Returns the name by which the wire knows it. */
    String answerStarted(Answer answer);

    /** Here is the next piece of it. */
    void answered(MulawChunk audio, String words);

    /** There is no more of it. */
    void answerEnded(AgentLog.Ending ending);

    /** The caller's turn gets no answer, for the last one is not through. */
    void answerRefused();
}
