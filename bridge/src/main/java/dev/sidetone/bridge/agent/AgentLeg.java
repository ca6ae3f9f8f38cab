package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.audio.MulawChunk;

/** The speech agent's side of one call: what a call may ask of it. Lives on the call's event loop. */
public interface AgentLeg {
    /** Lets the agent hear the caller; before the agent is ready the audio is held, the oldest dropped. */
    void hear(MulawChunk audio);

    /** Informs the agent of a key that the caller pressed. */
    void press(char digit);

    /** Informs the agent that of an answer only the first {@code heardMs} were heard. */
    void interrupt(String answerId, long heardMs);

    /** Gives the agent what a tool that it called gave; a result without a call's name is for nobody. */
    void giveResult(ToolResult result);

    /** Gives the agent what an earlier session left unanswered, before anything that it hears from now on. */
    void catchUp(MissedTurn missed);

    /** Gives the agent something to speak of, such as the result of a tool that an earlier session had called. */
    void learn(String news);

    /** Ends the conversation because of what the agent did, and reports that it failed. */
    void giveUp(AgentFailure failure);

    /** Ends the conversation. */
    void hangUp();
}
