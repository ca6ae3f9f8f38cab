package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.call.CallListener;
import java.util.List;

/** What a call tells, a line each. */
final class FactLines implements CallListener {
    private final List<String> facts;

    FactLines(List<String> facts) {
        this.facts = facts;
    }

    @Override
    public void agentReady(long atNs) {
        facts.add("ready");
    }

    @Override
    public void callerSpeechHeard(long atNs) {
        facts.add("caller heard");
    }

    @Override
    public void callerEndHeard(long atNs) {
        facts.add("caller end heard");
    }

    @Override
    public void answerBegan(String answerId, long atNs) {
        facts.add("began " + answerId);
    }

    @Override
    public void answerRelayed(String answerId, long atNs) {
        facts.add("relayed " + answerId);
    }

    @Override
    public void answerCut(String answerId, long heardMs, long atNs) {
        facts.add("cut " + answerId + " at " + heardMs);
    }

    @Override
    public void transcribed(Speaker speaker, String text, long atNs) {
        facts.add(speaker + ": " + text);
    }

    @Override
    public void agentFailed(AgentFailure failure, long atNs) {
        facts.add("failed " + failure.code());
    }

    @Override
    public void toolCalled(String callId, String tool, String arguments, long atNs) {
        facts.add("tool " + tool + " " + arguments);
    }

    @Override
    public void toolAnswered(String callId, String tool, String result, boolean failed, long atNs) {
        facts.add("tool " + tool + (failed ? " failed " : " gave ") + result);
    }

    @Override
    public void agentBusy(long atNs) {
        facts.add("busy");
    }

    @Override
    public void sessionRenewed(String what, long atNs) {
        facts.add("renewed: " + what);
    }

    @Override
    public void sessionEnds(long leftNs, long atNs) {
        facts.add("session ends in " + leftNs / 1_000_000_000L + " s");
    }

    @Override
    public void transferWished(String number, long atNs) {
        facts.add("transfer to " + number);
    }

    @Override
    public void callControlFailed(String what, long atNs) {
        facts.add("refused: " + what);
    }

    @Override
    public void ended(String why, long atNs) {
        facts.add("ended");
    }
}
