package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.Continuation;
import dev.sidetone.bridge.agent.MissedTurn;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Timers;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

// Over 300 lines because opening, losing and replacing a session change one state.
/**
 * The agent's leg of one call, in as many sessions as the call takes.
 *
 * <p>Shortly before a session expires another is opened, which receives the conversation's history and takes over in a pause. A session
 * that is lost is followed by another too, which also receives the turn that was left unanswered. Where no other session can continue,
 * the end is announced to the caller, and the call ends in a pause. Owned by one {@link Call}.
 */
final class AgentSessions implements AgentLeg {
    /** The next session is opened this long before the end of the current one, or a quarter of its time if that is less. */
    private static final long AHEAD_NS = 60_000_000_000L;
    /** A pause ends the call from this long before the end of its last session, or a quarter of the time left if that is less. */
    private static final long LEAVE_NS = 10_000_000_000L;
    /** Without a pause, it happens this long before the end. */
    private static final long LAST_MOMENT_NS = 1_000_000_000L;

    private static final long PAUSE_CHECK_NS = 200_000_000L;
    /** A session that ends sooner is not worth another. */
    private static final long SHORTEST_NS = 5_000_000_000L;

    private static final String LOST = "the agent's session was over; another goes on with the call";

    private final AgentLegFactory agents;
    private final CallContext context;
    private final BooleanSupplier quiet;
    private final AgentEvent.Handler call;
    private final ConversationHistory history = new ConversationHistory();
    private final UnansweredTurn unanswered = new UnansweredTurn();
    private final StallWatch stall;
    private AgentSession current;
    private @Nullable AgentSession next;
    private Timers.Timer renewal = () -> {};
    /** The result of the last check for a pause. */
    private boolean wasQuiet;
    /** The current session is lost, and its successor is not ready yet. */
    private boolean lost;
    /** What is said when its successor takes over. */
    private String whyLost = LOST;

    private boolean over;

    /**
     * @param quiet true while neither side is heard
     * @param call handles the events of the current session
     */
    AgentSessions(AgentLegFactory agents, CallContext context, BooleanSupplier quiet, AgentEvent.Handler call) {
        this.agents = agents;
        this.context = context;
        this.quiet = quiet;
        this.call = call;
        this.stall = new StallWatch(context, this::stalled);
        this.current = open(1, null);
    }

    private AgentSession open(int number, @Nullable Continuation continuation) {
        AgentSession session = new AgentSession(number, this, context.timers());
        session.open(agents, continuation);
        return session;
    }

    @Override
    public void hear(MulawChunk audio) {
        unanswered.add(audio);
        listening().leg().hear(audio);
    }

    @Override
    public void press(char digit) {
        unanswered.add(digit);
        listening().oweAnswer();
        listening().leg().press(digit);
    }

    @Override
    public void interrupt(String answerId, long heardMs) {
        current.interrupt(answerId, heardMs);
    }

    @Override
    public void giveResult(ToolResult result) {
        String news = history.add(result);
        boolean given = !lost && current.giveResult(result);
        if (!given && news != null) {
            listening().oweAnswer();
            learn(news);
        }
    }

    @Override
    public void learn(String news) {
        listening().leg().learn(news);
    }

    @Override
    public void catchUp(MissedTurn missed) {
        listening().leg().catchUp(missed);
    }

    @Override
    public void giveUp(AgentFailure failure) {
        current.leg().giveUp(failure);
    }

    @Override
    public void hangUp() {
        over = true;
        renewal.cancel();
        stall.stop();
        current.leg().hangUp();
        if (next != null) {
            next.leg().hangUp();
        }
    }

    /** The session that takes the caller's audio: the successor of a lost session even before it is ready. */
    private AgentSession listening() {
        return lost && next != null ? next : current;
    }

    boolean isCurrent(AgentSession session) {
        return !over && session == current;
    }

    /** Whether the caller has said something since the agent's last words, all of it to {@code session}. */
    boolean isUnanswered(AgentSession session) {
        return isCurrent(session) && unanswered.isBegun();
    }

    /** Handles an event of the current session, other than its limit and its end. */
    void handle(AgentEvent event) {
        history.add(event);
        unanswered.add(event);
        stall.add(event);
        event.deliverTo(call);
    }

    /** A session reported its limit. */
    void limited(AgentSession session) {
        if (isCurrent(session)) {
            long leftNs = leftNs();
            // A session that is taken up must be closed first: the longer the time to look for a pause, the better.
            long aheadNs = Math.min(AHEAD_NS, session.handle() == null ? leftNs / 4 : leftNs / 4 * 3);
            atEnd(leftNs - aheadNs, session.isRenewable() ? this::renew : this::announce);
        }
    }

    private void atEnd(long inNs, Runnable action) {
        renewal.cancel();
        renewal = context.timers().after(inNs, action);
    }

    private long leftNs() {
        return current.endsAtNs() - context.timers().nowNs();
    }

    /** A session is ready for audio. */
    void ready(AgentSession session, AgentEvent.Ready event) {
        if (session == current) {
            call.ready(event);
        } else if (session == next && lost) {
            takeOver(session, whyLost);
        } else if (session == next) {
            takeOverInPause();
        }
    }

    /** A session ended. */
    void failed(AgentSession session, AgentEvent.Failed event) {
        boolean expired = event.failure().cause() == AgentFailure.Cause.EXPIRED;
        if (session == next) {
            next = null;
            if (lost && session.isResumed()) {
                next = open(session.number() + 1, new Continuation(history.lines(), null));
                next.leg().catchUp(missed());
            } else if (lost) {
                call.failed(event);
            }
        } else if (isCurrent(session) && expired && session.ageNs(event.atNs()) >= SHORTEST_NS) {
            replaceLost(current.handle());
        } else if (isCurrent(session)) {
            call.failed(event);
        }
    }

    private void renew() {
        if (over || next != null) {
            return;
        }
        if (current.handle() == null) {
            next = open(current.number() + 1, new Continuation(history.lines(), null));
        } else if ((current.isResumable() && isPause()) || leftNs() <= LAST_MOMENT_NS) {
            // Its vendor does not take a session up while its last connection is open.
            whyLost = "the agent's connection was near its end; the session goes on by another";
            current.leg().hangUp();
            replaceLost(current.handle());
        } else {
            atEnd(PAUSE_CHECK_NS, this::renew);
        }
    }

    private void replaceLost(@Nullable String handle) {
        lost = true;
        renewal.cancel();
        if (next == null) {
            next = open(current.number() + 1, new Continuation(history.lines(), handle));
        }
        AgentSession follower = next;
        if (follower != null) {
            follower.leg().catchUp(missed());
            if (follower.isReady()) {
                takeOver(follower, whyLost);
            }
        }
    }

    private MissedTurn missed() {
        boolean owed = current.owesAnswer(context.timers().nowNs());
        return unanswered.missed(owed, history.callersLast());
    }

    private void takeOverInPause() {
        AgentSession follower = next;
        if (over || follower == null || !follower.isReady()) {
            return;
        }
        if (isPause()) {
            takeOver(follower, "the agent's session is near its end; another took over in a pause");
        } else if (leftNs() <= LAST_MOMENT_NS) {
            follower.leg().catchUp(missed());
            takeOver(follower, "the agent's session is near its end; another took over late");
        } else {
            context.timers().after(PAUSE_CHECK_NS, this::takeOverInPause);
        }
    }

    /** The agent is connected and did not answer. */
    private void stalled() {
        if (over || lost || current.waitsForTool()) {
            return;
        }
        if (stall.givesUp()) {
            current.leg().giveUp(StallWatch.FAILURE);
            return;
        }
        context.listener().accept(stall.report());
        if (stall.triesAnother()) {
            whyLost = "the agent's session did not answer; another goes on with the call";
            current.oweAnswer();
            // The session itself may be what hangs: the next one is told what was said.
            replaceLost(null);
        }
    }

    /** True when neither side spoke and no answer was due, now and at the last check. */
    private boolean isPause() {
        boolean before = wasQuiet;
        wasQuiet = quiet.getAsBoolean() && !current.owesAnswer(context.timers().nowNs());
        return before && wasQuiet;
    }

    private void announce() {
        long leftNs = leftNs();
        new AgentEvent.Lasts(context.timers().nowNs(), leftNs, false).deliverTo(call);
        atEnd(leftNs - Math.min(LEAVE_NS, leftNs / 4), this::leaveInPause);
    }

    private void leaveInPause() {
        if (isPause() || leftNs() <= LAST_MOMENT_NS) {
            AgentFailure end = new AgentFailure(
                    AgentFailure.Cause.EXPIRED,
                    "the agent's session is at its maximum length, and no other can be told what was said",
                    "keep calls shorter, or let the settings configure the agent");
            call.failed(new AgentEvent.Failed(context.timers().nowNs(), end));
        } else {
            atEnd(PAUSE_CHECK_NS, this::leaveInPause);
        }
    }

    private void takeOver(AgentSession follower, String why) {
        AgentSession before = current;
        current = follower;
        next = null;
        lost = false;
        whyLost = LOST;
        wasQuiet = false;
        before.leg().hangUp();
        context.listener().accept(new CallEvent.SessionRenewed(context.timers().nowNs(), why));
        if (follower.endsAtNs() != AgentSession.NEVER) {
            limited(follower);
        }
    }
}
