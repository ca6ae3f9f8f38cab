package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.agent.AgentEvent.Speaker;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.call.CallListener;
import dev.sidetone.simulator.findings.AgentFindings;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the embedded bridge sees of a call, put down on the call's timeline. On the bridge's event loop. */
public final class BridgeFacts implements CallListener {
    private static final int MOST_CHARS = 2_000;

    private final String agent;
    private final FactSink facts;
    private final @Nullable Finding setUp;

    public BridgeFacts(String agent, FactSink facts) {
        this(agent, facts, null);
    }

    /** @param setUp what is to be said of the agent's settings once it has taken them, or null */
    public BridgeFacts(String agent, FactSink facts, @Nullable Finding setUp) {
        this.agent = agent;
        this.facts = facts;
        this.setUp = setUp;
    }

    @Override
    public void agentReady(long atNs) {
        facts.add(new Fact.AgentReady(atNs, agent));
        if (setUp != null) {
            facts.add(setUp.at(atNs));
        }
    }

    @Override
    public void callerSpeechHeard(long atNs) {
        facts.add(new Fact.AgentHeardSpeech(atNs));
    }

    @Override
    public void callerEndHeard(long atNs) {
        facts.add(new Fact.AgentHeardEnd(atNs));
    }

    @Override
    public void answerBegan(String answerId, long atNs) {
        facts.add(new Fact.AnswerBegan(atNs, answerId));
    }

    @Override
    public void answerRelayed(String answerId, long atNs) {
        facts.add(new Fact.AnswerRelayed(atNs, answerId));
    }

    @Override
    public void answerCut(String answerId, long heardMs, long atNs) {
        facts.add(new Fact.AnswerCut(atNs, answerId, heardMs));
    }

    @Override
    public void transcribed(Speaker speaker, String text, long atNs) {
        facts.add(new Fact.Transcribed(atNs, speaker.name().toLowerCase(Locale.ROOT), text));
    }

    @Override
    public void agentFailed(AgentFailure failure, long atNs) {
        facts.add(new Finding(failure.code(), Severity.ERROR, failure.what(), failure.cure(), null).at(atNs));
    }

    @Override
    public void toolCalled(String callId, String tool, String arguments, long atNs) {
        facts.add(new Fact.ToolCalled(atNs, callId, tool, cut(arguments)));
    }

    @Override
    public void toolAnswered(String callId, String tool, String result, boolean failed, long atNs) {
        facts.add(new Fact.ToolAnswered(atNs, callId, tool, cut(result), failed));
    }

    @Override
    public void agentComplained(String code, String text, long atNs) {
        facts.add(new Fact.AgentComplained(atNs, code, cut(text)));
    }

    @Override
    public void agentBusy(long atNs) {
        facts.add(new Fact.AgentBusy(atNs));
    }

    @Override
    public void sessionRenewed(String what, long atNs) {
        String cure = "nothing to do: the agent was told what was said last";
        facts.add(new Finding("session-renewed", Severity.INFO, what, cure, null).at(atNs));
    }

    @Override
    public void sessionEnds(long leftNs, long atNs) {
        facts.add(new Fact.Noted(
                atNs,
                "the agent's session ends in " + leftNs / 1_000_000_000L
                        + " s and no other can go on: the caller hears two tones"));
    }

    @Override
    public void hangUpWished(String why, long atNs) {
        facts.add(new Fact.HangUpWished(atNs, why));
    }

    @Override
    public void transferWished(String number, long atNs) {
        facts.add(new Fact.TransferWished(atNs, number));
    }

    @Override
    public void callControlFailed(String what, long atNs) {
        facts.add(AgentFindings.controlRefused(what).at(atNs));
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
    }

    @Override
    public void ended(String why, long atNs) {
        // The line tells how the call ended, as the caller sees it.
    }
}
