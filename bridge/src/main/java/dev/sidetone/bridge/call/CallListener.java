package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;

/**
 * Who watches a call from beside its path: facts in the past tense with the clock's stamp, on the call's event loop. An
 * implementation takes them down and returns at once.
 */
public interface CallListener {
    /** The agent takes audio. */
    void agentReady(long atNs);

    /** The agent heard the caller begin. */
    void callerSpeechHeard(long atNs);

    /** The agent heard the caller finish. */
    void callerEndHeard(long atNs);

    /** The first audio of an answer was there. */
    void answerBegan(String answerId, long atNs);

    /** The first audio of an answer went out to Twilio; stamped just before the write. */
    void answerRelayed(String answerId, long atNs);

    /** An answer was interrupted, and the agent was told that {@code heardMs} of it were heard. */
    void answerCut(String answerId, long heardMs, long atNs);

    /** Words. */
    void transcribed(Speaker speaker, String text, long atNs);

    /** There is no agent, or no longer. */
    void agentFailed(AgentFailure failure, long atNs);

    /** The agent wants a tool run; {@code callId} is empty for an order that expects no result. */
    default void toolCalled(String callId, String tool, String arguments, long atNs) {}

    /** The agent is given what a tool gave; stamped just before the write. */
    default void toolAnswered(String callId, String tool, String result, boolean failed, long atNs) {}

    /** The agent says that something is wrong, and goes on. */
    default void agentComplained(String code, String text, long atNs) {}

    /** The agent is at its limit or has trouble of its own, and is dialled again; the caller hears it ring. */
    default void agentBusy(long atNs) {}

    /** The agent goes on in another session; {@code what} says why. */
    default void sessionRenewed(String what, long atNs) {}

    /** The agent's session ends in {@code leftNs}, and no other can go on with the call. */
    default void sessionEnds(long leftNs, long atNs) {}

    /** The agent wants the call ended; first what it is saying is heard to its end. */
    default void hangUpWished(String why, long atNs) {}

    /** The agent wants the caller put through to {@code number}; first what it is saying is heard to its end. */
    default void transferWished(String number, long atNs) {}

    /** Twilio could not be made to do something with the call; {@code what} names it. */
    default void callControlFailed(String what, long atNs) {}

    /** Both sides are closed. */
    void ended(String why, long atNs);

    /** Nobody watches. */
    static CallListener none() {
        return new NoListener();
    }
}
