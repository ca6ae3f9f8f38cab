package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;

/** What the agent tells one call. */
final class AgentSide implements AgentEvent.Handler {
    private final Call call;
    private final AnswerRelay answers;
    private final CallListener listener;

    AgentSide(Call call, AnswerRelay answers, CallListener listener) {
        this.call = call;
        this.answers = answers;
        this.listener = listener;
    }

    @Override
    public void ready(AgentEvent.Ready event) {
        call.agentComes();
        listener.agentReady(event.atNs());
    }

    @Override
    public void callerStarted(AgentEvent.CallerStarted event) {
        listener.callerSpeechHeard(event.atNs());
        call.callerInterrupts(event.atNs());
    }

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {
        answers.callerStops();
        listener.callerEndHeard(event.atNs());
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        call.agentSays(event);
    }

    @Override
    public void said(AgentEvent.Said event) {
        if (!event.text().isBlank()) {
            listener.transcribed(event.speaker(), event.text(), event.atNs());
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
        listener.agentBusy(event.atNs());
        call.agentIsBusy();
    }

    /** The session that talks cannot be followed by another. */
    @Override
    public void lasts(AgentEvent.Lasts event) {
        listener.sessionEnds(event.leftNs(), event.atNs());
        call.timeIsShort();
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        listener.agentComplained(event.code(), event.text(), event.atNs());
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        listener.agentFailed(event.failure(), event.atNs());
        call.agentGone(event.failure().code());
    }
}
