package dev.sidetone.bridge;

import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.text.CallWarnings;
import java.util.function.Consumer;

/** Counts the events of one call in the bridge's metrics, and logs what Twilio did not do for it. On the call's event loop. */
final class CallCounter implements Consumer<CallEvent>, CallEvent.Handler {
    private static final long NONE = Long.MIN_VALUE;

    private final BridgeMetrics metrics;
    private final CallWarnings warnings;
    /** The time at which the agent detected the end of the caller's turn, kept until an answer to it is relayed. */
    private long turnEndNs = NONE;
    /** True when the current barge-in is counted: it may cut several answers. */
    private boolean cut;

    CallCounter(BridgeMetrics metrics, CallWarnings warnings) {
        this.metrics = metrics;
        this.warnings = warnings;
        metrics.callBegan();
    }

    @Override
    public void accept(CallEvent event) {
        event.deliverTo(this);
    }

    @Override
    public void agentHeardSpeech(CallEvent.AgentHeardSpeech event) {
        turnEndNs = NONE;
        cut = false;
    }

    @Override
    public void agentHeardEnd(CallEvent.AgentHeardEnd event) {
        turnEndNs = event.atNs();
    }

    @Override
    public void answerRelayed(CallEvent.AnswerRelayed event) {
        if (turnEndNs != NONE) {
            metrics.answeredAfter(event.atNs() - turnEndNs);
            turnEndNs = NONE;
        }
    }

    @Override
    public void answerCut(CallEvent.AnswerCut event) {
        if (!cut) {
            cut = true;
            metrics.bargedIn();
        }
    }

    @Override
    public void agentFailed(CallEvent.AgentFailed event) {
        metrics.agentFailed(event.failure().code());
    }

    @Override
    public void callControlFailed(CallEvent.CallControlFailed event) {
        metrics.controlFailed();
        warnings.accept(event.what());
    }

    @Override
    public void limitReached(CallEvent.LimitReached event) {
        metrics.limitReached();
    }

    @Override
    public void stoodStill(CallEvent.StoodStill event) {
        metrics.stoodStill();
    }

    // Not counted.

    @Override
    public void agentReady(CallEvent.AgentReady event) {}

    @Override
    public void agentBusy(CallEvent.AgentBusy event) {}

    @Override
    public void answerBegan(CallEvent.AnswerBegan event) {}

    @Override
    public void transcribed(CallEvent.Transcribed event) {}

    @Override
    public void toolCalled(CallEvent.ToolCalled event) {}

    @Override
    public void orderRefused(CallEvent.OrderRefused event) {}

    @Override
    public void toolAnswered(CallEvent.ToolAnswered event) {}

    @Override
    public void hangUpWished(CallEvent.HangUpWished event) {}

    @Override
    public void transferWished(CallEvent.TransferWished event) {}

    @Override
    public void agentComplained(CallEvent.AgentComplained event) {}

    @Override
    public void agentBrokeOff(CallEvent.AgentBrokeOff event) {}

    @Override
    public void answerContinued(CallEvent.AnswerContinued event) {}

    @Override
    public void agentTimedOut(CallEvent.AgentTimedOut event) {}

    @Override
    public void agentFlawed(CallEvent.AgentFlawed event) {}

    @Override
    public void agentLagged(CallEvent.AgentLagged event) {}

    @Override
    public void agentStalled(CallEvent.AgentStalled event) {}

    @Override
    public void sessionRenewed(CallEvent.SessionRenewed event) {}

    @Override
    public void sessionExpiring(CallEvent.SessionExpiring event) {}

    @Override
    public void closed(CallEvent.Closed event) {}
}
