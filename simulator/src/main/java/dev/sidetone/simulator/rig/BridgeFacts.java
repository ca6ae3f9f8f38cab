package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.findings.AgentCode;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the events of a bridge's call on its timeline, where texts of any length are cut. On the bridge's event loop. */
public final class BridgeFacts implements Consumer<CallEvent>, CallEvent.Handler {
    private static final int MOST_CHARS = 2_000;

    private final String agent;
    private final FactSink facts;
    private final @Nullable Finding setUp;

    public BridgeFacts(String agent, FactSink facts) {
        this(agent, facts, null);
    }

    /**
     * @param agent its name, as in {@code --agent}
     * @param setUp the finding about the agent's settings that counts once the agent has taken them, or null
     */
    public BridgeFacts(String agent, FactSink facts, @Nullable Finding setUp) {
        this.agent = agent;
        this.facts = facts;
        this.setUp = setUp;
    }

    @Override
    public void accept(CallEvent event) {
        event.deliverTo(this);
    }

    @Override
    public void agentReady(CallEvent.AgentReady event) {
        facts.add(new Fact.AgentReady(event.atNs(), agent));
        if (setUp != null) {
            facts.add(setUp.at(event.atNs()));
        }
    }

    @Override
    public void agentBusy(CallEvent.AgentBusy event) {
        facts.add(new Fact.AgentBusy(event.atNs()));
    }

    @Override
    public void agentHeardSpeech(CallEvent.AgentHeardSpeech event) {
        facts.add(new Fact.AgentHeardSpeech(event.atNs()));
    }

    @Override
    public void agentHeardEnd(CallEvent.AgentHeardEnd event) {
        facts.add(new Fact.AgentHeardEnd(event.atNs()));
    }

    @Override
    public void answerBegan(CallEvent.AnswerBegan event) {
        facts.add(new Fact.AnswerBegan(event.atNs(), event.answerId()));
    }

    @Override
    public void answerRelayed(CallEvent.AnswerRelayed event) {
        facts.add(new Fact.AnswerRelayed(event.atNs(), event.answerId()));
    }

    @Override
    public void answerCut(CallEvent.AnswerCut event) {
        facts.add(new Fact.AnswerCut(event.atNs(), event.answerId(), event.heardMs()));
    }

    @Override
    public void transcribed(CallEvent.Transcribed event) {
        String speaker = event.speaker().name().toLowerCase(Locale.ROOT);
        facts.add(new Fact.Transcribed(event.atNs(), speaker, event.text()));
    }

    @Override
    public void toolCalled(CallEvent.ToolCalled event) {
        facts.add(new Fact.ToolCalled(event.atNs(), event.callId(), event.tool(), cut(event.arguments())));
    }

    @Override
    public void toolAnswered(CallEvent.ToolAnswered event) {
        facts.add(
                new Fact.ToolAnswered(event.atNs(), event.callId(), event.tool(), cut(event.result()), event.failed()));
    }

    @Override
    public void orderRefused(CallEvent.OrderRefused event) {
        facts.add(AgentFindings.orderRefused(event.tool(), event.why(), event.cure())
                .at(event.atNs()));
    }

    @Override
    public void hangUpWished(CallEvent.HangUpWished event) {
        facts.add(new Fact.HangUpWished(event.atNs(), event.why()));
    }

    @Override
    public void transferWished(CallEvent.TransferWished event) {
        facts.add(new Fact.TransferWished(event.atNs(), event.number()));
    }

    @Override
    public void agentBrokeOff(CallEvent.AgentBrokeOff event) {
        facts.add(new Fact.AgentCutAnswer(event.atNs()));
    }

    @Override
    public void answerContinued(CallEvent.AnswerContinued event) {
        facts.add(new Fact.AnswerContinued(event.atNs()));
    }

    @Override
    public void agentTimedOut(CallEvent.AgentTimedOut event) {
        facts.add(new Fact.AgentTimedOut(event.atNs()));
    }

    @Override
    public void agentFlawed(CallEvent.AgentFlawed event) {
        facts.add(AgentFindings.flawed(agent, event.flaw(), event.what()).at(event.atNs()));
    }

    @Override
    public void agentLagged(CallEvent.AgentLagged event) {
        facts.add(AgentFindings.lagged(event.ms(), event.cause()).at(event.atNs()));
    }

    @Override
    public void agentComplained(CallEvent.AgentComplained event) {
        facts.add(new Fact.AgentComplained(event.atNs(), cut(event.code()), cut(event.text())));
    }

    @Override
    public void agentFailed(CallEvent.AgentFailed event) {
        facts.add(AgentFindings.of(event.failure()).at(event.atNs()));
    }

    @Override
    public void agentStalled(CallEvent.AgentStalled event) {
        // An agent that never answered is found on the line, whatever server is between.
        facts.add(
                event.answers()
                        ? AgentFindings.stalled(event.what()).at(event.atNs())
                        : new Fact.Noted(event.atNs(), event.what()));
    }

    @Override
    public void sessionRenewed(CallEvent.SessionRenewed event) {
        facts.add(AgentCode.SESSION_RENEWED.found(event.why()).at(event.atNs()));
    }

    @Override
    public void sessionExpiring(CallEvent.SessionExpiring event) {
        facts.add(new Fact.Noted(
                event.atNs(),
                "the agent's session ends in " + event.leftNs() / 1_000_000_000L
                        + " s and no other can go on: the caller hears two tones"));
    }

    @Override
    public void callControlFailed(CallEvent.CallControlFailed event) {
        facts.add(AgentFindings.controlRefused(event.what()).at(event.atNs()));
    }

    @Override
    public void limitReached(CallEvent.LimitReached event) {
        facts.add(AgentFindings.limitReached(event.what()).at(event.atNs()));
    }

    @Override
    public void stoodStill(CallEvent.StoodStill event) {
        facts.add(AgentFindings.stoodStill(event.ns() / 1_000_000).at(event.atNs()));
    }

    @Override
    public void closed(CallEvent.Closed event) {
        // The line puts the end of the call on the timeline, as the caller sees it.
    }

    private static String cut(String text) {
        return ForeignText.redacted(text, MOST_CHARS);
    }
}
