package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.time.NanoClock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One session with a call's agent. Only the one that talks is heard. Owned by {@link AgentSessions}. */
final class AgentSession implements AgentEvent.Handler {
    static final long NEVER = Long.MAX_VALUE;
    /** An agent that has not answered by then is not going to. */
    private static final long ANSWER_NS = 8_000_000_000L;

    private final int number;
    private final AgentSessions sessions;
    private final NanoClock clock;
    private final long openedNs;
    private final Set<String> openCalls = new HashSet<>();
    private @Nullable AgentLeg leg;
    private boolean ready;
    private long endsAtNs = NEVER;
    private boolean renewable = true;
    /** When an answer became due, or {@link #NEVER}. */
    private long owedSinceNs = NEVER;

    AgentSession(int number, AgentSessions sessions, NanoClock clock) {
        this.number = number;
        this.sessions = sessions;
        this.clock = clock;
        this.openedNs = clock.nowNs();
    }

    void dial(AgentLegFactory dialler, @Nullable List<String> soFar) {
        leg = dialler.dial(this, soFar);
    }

    AgentLeg leg() {
        return Objects.requireNonNull(leg, "dialled first");
    }

    int number() {
        return number;
    }

    boolean isReady() {
        return ready;
    }

    long endsAtNs() {
        return endsAtNs;
    }

    /** Whether another one can be told what was said in it. */
    boolean isRenewable() {
        return renewable;
    }

    long ageNs(long nowNs) {
        return nowNs - openedNs;
    }

    /** It was given something to answer. */
    void asked() {
        owedSinceNs = clock.nowNs();
    }

    /** Whether it has something to do or to say before another may take over. */
    boolean owesAnswer(long nowNs) {
        return !openCalls.isEmpty() || (owedSinceNs != NEVER && nowNs - owedSinceNs < ANSWER_NS);
    }

    /** Answers of an earlier session are none of its business. */
    void interrupt(String answerId, long heardMs) {
        if (number == 1 || answerId.startsWith(prefix())) {
            leg().interrupt(number == 1 ? answerId : answerId.substring(prefix().length()), heardMs);
        }
    }

    /** Whether it was this one that waited for {@code result}. */
    boolean giveResult(ToolResult result) {
        boolean waited = openCalls.remove(result.callId());
        if (waited) {
            owedSinceNs = clock.nowNs();
            leg().giveResult(result);
        }
        return waited;
    }

    @Override
    public void ready(AgentEvent.Ready event) {
        ready = true;
        sessions.ready(this, event);
    }

    @Override
    public void callerStarted(AgentEvent.CallerStarted event) {
        tell(event);
    }

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {
        owedSinceNs = event.atNs();
        tell(event);
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        owedSinceNs = NEVER;
        tell(number == 1 ? event : new AgentEvent.Audio(event.atNs(), prefix() + event.answerId(), event.chunk()));
    }

    @Override
    public void said(AgentEvent.Said event) {
        tell(event);
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        owedSinceNs = NEVER;
        if (!event.callId().isEmpty()) {
            openCalls.add(event.callId());
        }
        tell(event);
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        tell(event);
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        sessions.failed(this, event);
    }

    @Override
    public void busy(AgentEvent.Busy event) {
        tell(event);
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        tell(event);
    }

    @Override
    public void lasts(AgentEvent.Lasts event) {
        endsAtNs = Math.min(endsAtNs, event.atNs() + event.leftNs());
        renewable &= event.renewable();
        sessions.limited(this);
    }

    private void tell(AgentEvent event) {
        if (sessions.isCurrent(this)) {
            sessions.told(event);
        }
    }

    /** Keeps the answers of different sessions apart: some wires count them from 1 in each. */
    private String prefix() {
        return number + "/";
    }
}
