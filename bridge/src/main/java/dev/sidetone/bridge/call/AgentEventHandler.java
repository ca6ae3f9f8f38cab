package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import java.util.function.Consumer;

/** What the agent tells one call. */
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
        call.agentComes();
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
    public void audio(AgentEvent.Audio event) {
        call.agentSays(event);
    }

    @Override
    public void said(AgentEvent.Said event) {
        if (!event.text().isBlank()) {
            listener.accept(new CallEvent.Transcribed(event.atNs(), event.speaker(), event.text()));
        }
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        call.agentCallsTool(event);
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        call.hangUp(event.why());
    }

    @Override
    public void busy(AgentEvent.Busy event) {
        listener.accept(new CallEvent.AgentBusy(event.atNs()));
        call.agentIsBusy();
    }

    /** The session that talks cannot be followed by another. */
    @Override
    public void lasts(AgentEvent.Lasts event) {
        listener.accept(new CallEvent.SessionExpiring(event.atNs(), event.leftNs()));
        call.timeIsShort();
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        listener.accept(new CallEvent.AgentComplained(event.atNs(), event.code(), event.text()));
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        listener.accept(new CallEvent.AgentFailed(event.atNs(), event.failure()));
        call.agentGone(event.failure().code());
    }
}
