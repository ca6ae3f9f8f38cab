package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.AgentLeg;
import dev.sidetone.bridge.agent.AgentLegFactory;
import dev.sidetone.bridge.agent.MissedTurn;
import dev.sidetone.bridge.agent.ToolResult;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.time.Timers;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one call, in as many sessions as that takes: shortly before one ends by itself another is opened, which is told what was
 * said, and takes over when nobody speaks. A session that ends without a word is followed by another too, which is given what it left
 * unanswered. Where no other can go on, the end is announced and then awaited in a pause. Owned by one {@link Call}.
 */
final class AgentSessions implements AgentLeg {
    /** How long before a session's end the next is opened; a short session's is a quarter of it. */
    private static final long AHEAD_NS = 60_000_000_000L;
    /** How long before the end of a session that nobody follows a pause is taken for the end; a short session's is a sixteenth. */
    private static final long LEAVE_NS = 10_000_000_000L;
    /** When there was no pause, it happens this long before the end. */
    private static final long LAST_MOMENT_NS = 1_000_000_000L;

    private static final long LOOK_NS = 200_000_000L;
    /** A session that ends sooner is not worth another. */
    private static final long SHORTEST_NS = 5_000_000_000L;

    private static final String LOST = "the agent's session was over; another goes on with the call";

    private final AgentLegFactory dialler;
    private final CallContext around;
    private final BooleanSupplier quiet;
    private final AgentEvent.Handler call;
    private final ConversationHistory memory = new ConversationHistory();
    private AgentSession current;
    private @Nullable AgentSession next;
    private Timers.Timer renewal = () -> {};
    private boolean lookedQuiet;
    private boolean gone;
    private boolean over;

    /**
     * @param quiet whether neither side is heard
     * @param call what the session that talks is told to
     */
    AgentSessions(AgentLegFactory dialler, CallContext around, BooleanSupplier quiet, AgentEvent.Handler call) {
        this.dialler = dialler;
        this.around = around;
        this.quiet = quiet;
        this.call = call;
        this.current = open(1, null);
    }

    private AgentSession open(int number, @Nullable List<String> soFar) {
        AgentSession session = new AgentSession(number, this, around.timers());
        session.dial(dialler, soFar);
        return session;
    }

    @Override
    public void hear(MulawChunk audio) {
        memory.heard(audio);
        listening().leg().hear(audio);
    }

    @Override
    public void press(char digit) {
        memory.pressed(digit);
        listening().asked();
        listening().leg().press(digit);
    }

    @Override
    public void interrupt(String answerId, long heardMs) {
        current.interrupt(answerId, heardMs);
    }

    @Override
    public void giveResult(ToolResult result) {
        String news = memory.gave(result);
        boolean given = !gone && current.giveResult(result);
        if (!given && news != null) {
            listening().asked();
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
    public void hangUp() {
        over = true;
        renewal.cancel();
        current.leg().hangUp();
        if (next != null) {
            next.leg().hangUp();
        }
    }

    /** Whom the caller talks to: while a lost session's successor is on its way, that one. */
    private AgentSession listening() {
        return gone && next != null ? next : current;
    }

    boolean isCurrent(AgentSession session) {
        return !over && session == current;
    }

    /** The session that talks told something; a limit and an end are seen to here. */
    void told(AgentEvent event) {
        memory.told(event);
        event.deliverTo(call);
    }

    /** The session that talks ends by itself in a while. */
    void limited(AgentSession session) {
        if (isCurrent(session)) {
            long leftNs = leftNs();
            long aheadNs = Math.min(AHEAD_NS, leftNs / 4);
            atEnd(leftNs - aheadNs, session.isRenewable() ? this::renew : this::announce);
        }
    }

    private void atEnd(long inNs, Runnable deed) {
        renewal.cancel();
        renewal = around.timers().after(inNs, deed);
    }

    private long leftNs() {
        return current.endsAtNs() - around.timers().nowNs();
    }

    /** A session takes audio. */
    void ready(AgentSession session, AgentEvent.Ready event) {
        if (session == current) {
            call.ready(event);
        } else if (session == next && gone) {
            takeOver(session, LOST);
        } else if (session == next) {
            lookForPause();
        }
    }

    /** A session is no more. */
    void failed(AgentSession session, AgentEvent.Failed event) {
        boolean expired = event.failure().cause() == AgentFailure.Cause.EXPIRED;
        if (session == next) {
            next = null;
            if (gone) {
                call.failed(event);
            }
        } else if (isCurrent(session) && expired && session.ageNs(event.atNs()) >= SHORTEST_NS) {
            lost();
        } else if (isCurrent(session)) {
            call.failed(event);
        }
    }

    private void renew() {
        if (!over && next == null) {
            next = open(current.number() + 1, memory.lines());
        }
    }

    private void lost() {
        gone = true;
        renew();
        AgentSession follower = next;
        if (follower != null) {
            follower.leg().catchUp(missed());
            if (follower.isReady()) {
                takeOver(follower, LOST);
            }
        }
    }

    private MissedTurn missed() {
        return memory.missed(current.owesAnswer(around.timers().nowNs()));
    }

    private void lookForPause() {
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
            around.timers().after(LOOK_NS, this::lookForPause);
        }
    }

    /** Whether nobody spoke and nothing was due, now and when it was asked last. */
    private boolean isPause() {
        boolean before = lookedQuiet;
        lookedQuiet =
                quiet.getAsBoolean() && !current.owesAnswer(around.timers().nowNs());
        return before && lookedQuiet;
    }

    private void announce() {
        long leftNs = leftNs();
        new AgentEvent.Lasts(around.timers().nowNs(), leftNs, false).deliverTo(call);
        atEnd(leftNs - Math.min(LEAVE_NS, leftNs / 4), this::leaveInPause);
    }

    private void leaveInPause() {
        if (isPause() || leftNs() <= LAST_MOMENT_NS) {
            AgentFailure end = new AgentFailure(
                    AgentFailure.Cause.EXPIRED,
                    "the agent's session is at its maximum length, and no other can be told what was said",
                    "keep calls shorter, or let the settings configure the agent");
            call.failed(new AgentEvent.Failed(around.timers().nowNs(), end));
        } else {
            atEnd(LOOK_NS, this::leaveInPause);
        }
    }

    private void takeOver(AgentSession follower, String what) {
        AgentSession before = current;
        current = follower;
        next = null;
        gone = false;
        lookedQuiet = false;
        before.leg().hangUp();
        around.listener().accept(new CallEvent.SessionRenewed(around.timers().nowNs(), what));
        if (follower.endsAtNs() != AgentSession.NEVER) {
            limited(follower);
        }
    }
}
