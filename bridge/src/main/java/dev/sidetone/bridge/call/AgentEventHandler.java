package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import java.util.function.Consumer;

/** Handles the agent's events of one call and reports them to the call's listener. */
final class AgentEventHandler implements AgentEvent.Handler {
    private final Call call;
    private final AnswerRelay answers;
    private final Consumer<CallEvent> listener;

    AgentEventHandler(Call call, AnswerRelay answers, Consumer<CallEvent> listener) {
        this.call = call;
        this.answers = answers;
        this.listener = listener;
    }

    @Override
    public void ready(AgentEvent.Ready event) {
        call.agentReady();
        listener.accept(new CallEvent.AgentReady(event.atNs()));
    }

    @Override
    public void callerStarted(AgentEvent.CallerStarted event) {
        listener.accept(new CallEvent.AgentHeardSpeech(event.atNs()));
        call.callerInterrupts(event.atNs());
    }

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {
        answers.callerStops();
        listener.accept(new CallEvent.AgentHeardEnd(event.atNs()));
    }

    @Override
    public void callerHeard(AgentEvent.CallerHeard event) {
        answers.callerHeard(event.speaking());
    }

    @Override
    public void lagged(AgentEvent.Lagged event) {
        listener.accept(new CallEvent.AgentLagged(event.atNs(), event.ms(), event.cause()));
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        call.relayAnswer(event);
    }

    @Override
    public void said(AgentEvent.Said event) {
        if (!event.text().isBlank()) {
            listener.accept(new CallEvent.Transcribed(event.atNs(), event.speaker(), event.text()));
        }
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        call.runTool(event);
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        call.hangUp(event.why());
    }

    @Override
    public void busy(AgentEvent.Busy event) {
        listener.accept(new CallEvent.AgentBusy(event.atNs()));
        call.playRinging();
    }

    /** The current session ends in a while, and no other can follow it. */
    @Override
    public void lasts(AgentEvent.Lasts event) {
        listener.accept(new CallEvent.SessionExpiring(event.atNs(), event.leftNs()));
        call.playWarning();
    }

    @Override
    public void brokeOff(AgentEvent.BrokeOff event) {
        listener.accept(new CallEvent.AgentBrokeOff(event.atNs()));
    }

    @Override
    public void continued(AgentEvent.Continued event) {
        listener.accept(new CallEvent.AnswerContinued(event.atNs()));
    }

    @Override
    public void timedOut(AgentEvent.TimedOut event) {
        listener.accept(new CallEvent.AgentTimedOut(event.atNs()));
    }

    @Override
    public void flawed(AgentEvent.Flawed event) {
        listener.accept(new CallEvent.AgentFlawed(event.atNs(), event.flaw(), event.what()));
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        listener.accept(new CallEvent.AgentComplained(event.atNs(), event.code(), event.text()));
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        listener.accept(new CallEvent.AgentFailed(event.atNs(), event.failure()));
        call.agentLost(event.failure().code());
    }
}
