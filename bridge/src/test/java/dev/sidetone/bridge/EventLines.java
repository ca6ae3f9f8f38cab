package dev.sidetone.bridge;

import dev.sidetone.bridge.call.CallEvent;
import java.util.List;
import java.util.function.Consumer;

/** The events of a call, a line each. */
final class EventLines implements Consumer<CallEvent>, CallEvent.Handler {
    private final List<String> facts;

    EventLines(List<String> facts) {
        this.facts = facts;
    }

    @Override
    public void accept(CallEvent event) {
        event.deliverTo(this);
    }

    @Override
    public void agentReady(CallEvent.AgentReady event) {
        facts.add("ready");
    }

    @Override
    public void agentBusy(CallEvent.AgentBusy event) {
        facts.add("busy");
    }

    @Override
    public void agentHeardSpeech(CallEvent.AgentHeardSpeech event) {
        facts.add("caller heard");
    }

    @Override
    public void agentHeardEnd(CallEvent.AgentHeardEnd event) {
        facts.add("caller end heard");
    }

    @Override
    public void answerBegan(CallEvent.AnswerBegan event) {
        facts.add("began " + event.answerId());
    }

    @Override
    public void answerRelayed(CallEvent.AnswerRelayed event) {
        facts.add("relayed " + event.answerId());
    }

    @Override
    public void answerCut(CallEvent.AnswerCut event) {
        facts.add("cut " + event.answerId() + " at " + event.heardMs());
    }

    @Override
    public void transcribed(CallEvent.Transcribed event) {
        facts.add(event.speaker() + ": " + event.text());
    }

    @Override
    public void orderRefused(CallEvent.OrderRefused event) {
        facts.add("refused " + event.tool() + " " + event.why());
    }

    @Override
    public void toolCalled(CallEvent.ToolCalled event) {
        facts.add("tool " + event.tool() + " " + event.arguments());
    }

    @Override
    public void toolAnswered(CallEvent.ToolAnswered event) {
        facts.add("tool " + event.tool() + (event.failed() ? " failed " : " gave ") + event.result());
    }

    @Override
    public void hangUpWished(CallEvent.HangUpWished event) {}

    @Override
    public void transferWished(CallEvent.TransferWished event) {
        facts.add("transfer to " + event.number());
    }

    @Override
    public void agentComplained(CallEvent.AgentComplained event) {
        facts.add("complained " + event.code());
    }

    @Override
    public void agentBrokeOff(CallEvent.AgentBrokeOff event) {
        facts.add("broke off");
    }

    @Override
    public void answerContinued(CallEvent.AnswerContinued event) {
        facts.add("continued");
    }

    @Override
    public void agentTimedOut(CallEvent.AgentTimedOut event) {
        facts.add("timed out");
    }

    @Override
    public void agentFlawed(CallEvent.AgentFlawed event) {
        facts.add("flawed " + event.flaw() + " " + event.what());
    }

    @Override
    public void agentLagged(CallEvent.AgentLagged event) {
        facts.add("lags " + event.ms() + " " + event.cause());
    }

    @Override
    public void agentFailed(CallEvent.AgentFailed event) {
        facts.add("failed " + event.failure().code());
    }

    @Override
    public void agentStalled(CallEvent.AgentStalled event) {
        facts.add("stalled: " + event.what());
    }

    @Override
    public void sessionRenewed(CallEvent.SessionRenewed event) {
        facts.add("renewed: " + event.why());
    }

    @Override
    public void sessionExpiring(CallEvent.SessionExpiring event) {
        facts.add("session ends in " + event.leftNs() / 1_000_000_000L + " s");
    }

    @Override
    public void callControlFailed(CallEvent.CallControlFailed event) {
        facts.add("refused: " + event.what());
    }

    @Override
    public void limitReached(CallEvent.LimitReached event) {
        facts.add("limit: " + event.what());
    }

    @Override
    public void stoodStill(CallEvent.StoodStill event) {
        facts.add("stood still for " + event.ns() / 1_000_000 + " ms");
    }

    @Override
    public void closed(CallEvent.Closed event) {
        facts.add("ended");
    }
}
