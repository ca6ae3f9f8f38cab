package dev.sidetone.bridge;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.call.CallListener;

/** Counts what happens in one call and passes it on to whoever watches it. On the call's event loop. */
final class CountedCall implements CallListener {
    private static final long NONE = Long.MIN_VALUE;

    private final BridgeMetrics metrics;
    private final CallListener watcher;
    private long turnEndNs = NONE;
    private boolean cut;

    CountedCall(BridgeMetrics metrics, CallListener watcher) {
        this.metrics = metrics;
        this.watcher = watcher;
        metrics.callBegan();
    }

    @Override
    public void agentReady(long atNs) {
        watcher.agentReady(atNs);
    }

    @Override
    public void callerSpeechHeard(long atNs) {
        turnEndNs = NONE;
        cut = false;
        watcher.callerSpeechHeard(atNs);
    }

    @Override
    public void callerEndHeard(long atNs) {
        turnEndNs = atNs;
        watcher.callerEndHeard(atNs);
    }

    @Override
    public void answerBegan(String answerId, long atNs) {
        watcher.answerBegan(answerId, atNs);
    }

    @Override
    public void answerRelayed(String answerId, long atNs) {
        if (turnEndNs != NONE) {
            metrics.answeredAfter(atNs - turnEndNs);
            turnEndNs = NONE;
        }
        watcher.answerRelayed(answerId, atNs);
    }

    @Override
    public void answerCut(String answerId, long heardMs, long atNs) {
        if (!cut) {
            cut = true;
            metrics.bargedIn();
        }
        watcher.answerCut(answerId, heardMs, atNs);
    }

    @Override
    public void transcribed(Speaker speaker, String text, long atNs) {
        watcher.transcribed(speaker, text, atNs);
    }

    @Override
    public void agentFailed(AgentFailure failure, long atNs) {
        metrics.agentFailed(failure.code());
        watcher.agentFailed(failure, atNs);
    }

    @Override
    public void toolCalled(String callId, String tool, String arguments, long atNs) {
        watcher.toolCalled(callId, tool, arguments, atNs);
    }

    @Override
    public void toolAnswered(String callId, String tool, String result, boolean failed, long atNs) {
        watcher.toolAnswered(callId, tool, result, failed, atNs);
    }

    @Override
    public void agentComplained(String code, String text, long atNs) {
        watcher.agentComplained(code, text, atNs);
    }

    @Override
    public void agentBusy(long atNs) {
        watcher.agentBusy(atNs);
    }

    @Override
    public void sessionRenewed(String what, long atNs) {
        watcher.sessionRenewed(what, atNs);
    }

    @Override
    public void sessionEnds(long leftNs, long atNs) {
        watcher.sessionEnds(leftNs, atNs);
    }

    @Override
    public void hangUpWished(String why, long atNs) {
        watcher.hangUpWished(why, atNs);
    }

    @Override
    public void transferWished(String number, long atNs) {
        watcher.transferWished(number, atNs);
    }

    @Override
    public void callControlFailed(String what, long atNs) {
        metrics.controlFailed();
        watcher.callControlFailed(what, atNs);
    }

    @Override
    public void ended(String why, long atNs) {
        watcher.ended(why, atNs);
    }
}
