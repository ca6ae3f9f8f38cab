package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.Continuation;
import dev.sidetone.bridge.agent.RecentIds;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.time.NanoClock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One session with a call's agent; events of any but the current one are dropped. Owned by {@link AgentSessions}. */
final class AgentSession implements AgentEvent.Handler {
    static final long NEVER = Long.MAX_VALUE;
    /** An answer that has not come by then is not expected any more. */
    private static final long ANSWER_NS = 8_000_000_000L;

    private static final int MOST_COMPLAINTS = 32;
    private static final int MOST_CHARS = 400;

    private final int number;
    private final AgentSessions sessions;
    private final NanoClock clock;
    private final long openedNs;
    private final Set<String> openCalls = new HashSet<>();
    /** The complaints while it was not ready: each attempt to connect may bring the same. */
    private final RecentIds complaints = new RecentIds(MOST_COMPLAINTS);

    /** An agent that sends something wrong once sends it fifty times a second. */
    private final RecentIds flaws = new RecentIds(MOST_COMPLAINTS);

    private @Nullable AgentLeg leg;
    private boolean ready;
    private long endsAtNs = NEVER;
    private boolean renewable = true;
    private boolean resumed;
    private boolean resumable;
    private @Nullable String handle;
    /** The caller speaks, by the bridge's own ear. */
    private boolean speaking;
    /** The time at which an answer became due, or {@link #NEVER}. */
    private long owedSinceNs = NEVER;

    AgentSession(int number, AgentSessions sessions, NanoClock clock) {
        this.number = number;
        this.sessions = sessions;
        this.clock = clock;
        this.openedNs = clock.nowNs();
    }

    void open(AgentLegFactory agents, @Nullable Continuation continuation) {
        resumed = continuation != null && continuation.handle() != null;
        leg = agents.connect(this, continuation);
    }

    /** True for another connection of an earlier session, which is not told what was said. */
    boolean isResumed() {
        return resumed;
    }

    /** True while its agent says that another connection could take it up. */
    boolean isResumable() {
        return resumable;
    }

    /** The last handle that it gave, or null. */
    @Nullable
    String handle() {
        return handle;
    }

    boolean waitsForTool() {
        return !openCalls.isEmpty();
    }

    AgentLeg leg() {
        return Objects.requireNonNull(leg, "opened first");
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

    /** True when another session can continue it. */
    boolean isRenewable() {
        return renewable;
    }

    long ageNs(long nowNs) {
        return nowNs - openedNs;
    }

    /** It was given something to answer. */
    void oweAnswer() {
        owedSinceNs = clock.nowNs();
    }

    /** True while it has something to do or to say before another may take over. */
    boolean owesAnswer(long nowNs) {
        return speaking || !openCalls.isEmpty() || (owedSinceNs != NEVER && nowNs - owedSinceNs < ANSWER_NS);
    }

    /** Reports an interrupted answer, unless that is an earlier session's. */
    void interrupt(String answerId, long heardMs) {
        if (number == 1 || answerId.startsWith(prefix())) {
            leg().interrupt(number == 1 ? answerId : answerId.substring(prefix().length()), heardMs);
        }
    }

    /** Passes on a tool's result; returns false when it was not this session that called the tool. */
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
        report(event);
    }

    @Override
    public void callerStopped(AgentEvent.CallerStopped event) {
        owedSinceNs = event.atNs();
        report(event);
    }

    @Override
    public void callerHeard(AgentEvent.CallerHeard event) {
        speaking = event.speaking();
        report(event);
        if (speaking) {
            owedSinceNs = NEVER;
        } else if (sessions.isUnanswered(this)) {
            owedSinceNs = event.atNs();
        }
    }

    @Override
    public void lagged(AgentEvent.Lagged event) {
        report(event);
    }

    @Override
    public void resumable(AgentEvent.Resumable event) {
        resumable = event.handle() != null;
        handle = resumable ? event.handle() : handle;
    }

    @Override
    public void audio(AgentEvent.Audio event) {
        owedSinceNs = NEVER;
        report(number == 1 ? event : new AgentEvent.Audio(event.atNs(), prefix() + event.answerId(), event.chunk()));
    }

    @Override
    public void said(AgentEvent.Said event) {
        report(event);
    }

    @Override
    public void toolCalled(AgentEvent.ToolCalled event) {
        owedSinceNs = NEVER;
        if (!event.callId().isEmpty()) {
            openCalls.add(event.callId());
        }
        report(event);
    }

    @Override
    public void leaving(AgentEvent.Leaving event) {
        report(event);
    }

    @Override
    public void failed(AgentEvent.Failed event) {
        sessions.failed(this, event);
    }

    @Override
    public void busy(AgentEvent.Busy event) {
        report(event);
    }

    @Override
    public void brokeOff(AgentEvent.BrokeOff event) {
        report(event);
    }

    @Override
    public void continued(AgentEvent.Continued event) {
        report(event);
    }

    @Override
    public void timedOut(AgentEvent.TimedOut event) {
        report(event);
    }

    @Override
    public void flawed(AgentEvent.Flawed event) {
        if (flaws.add(event.flaw() + cut(event.what()))) {
            report(event);
        }
    }

    @Override
    public void complained(AgentEvent.Complained event) {
        if (ready || complaints.add(cut(event.code()) + ": " + cut(event.text()))) {
            report(event);
        }
    }

    @Override
    public void lasts(AgentEvent.Lasts event) {
        endsAtNs = Math.min(endsAtNs, event.atNs() + event.leftNs());
        renewable &= event.renewable();
        sessions.limited(this);
    }

    private static String cut(String words) {
        return words.length() > MOST_CHARS ? words.substring(0, MOST_CHARS) : words;
    }

    private void report(AgentEvent event) {
        if (sessions.isCurrent(this)) {
            sessions.handle(event);
        }
    }

    /** Keeps the answers of different sessions apart: some vendors number them from 1 in each. */
    private String prefix() {
        return number + "/";
    }
}
