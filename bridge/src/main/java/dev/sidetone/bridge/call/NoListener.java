package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;

/** A call that nobody watches. */
final class NoListener implements CallListener {
    @Override
    public void agentReady(long atNs) {}

    @Override
    public void callerSpeechHeard(long atNs) {}

    @Override
    public void callerEndHeard(long atNs) {}

    @Override
    public void answerBegan(String answerId, long atNs) {}

    @Override
    public void answerRelayed(String answerId, long atNs) {}

    @Override
    public void answerCut(String answerId, long heardMs, long atNs) {}

    @Override
    public void transcribed(Speaker speaker, String text, long atNs) {}

    @Override
    public void agentFailed(AgentFailure failure, long atNs) {}

    @Override
    public void ended(String why, long atNs) {}
}
