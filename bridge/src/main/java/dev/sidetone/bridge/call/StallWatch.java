package dev.sidetone.bridge.call;

import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.agent.AgentFailure;
import dev.sidetone.bridge.agent.WireSettings.Stalled;
import dev.sidetone.bridge.time.Timers;

/**
 * Watches for an agent that stalls: the caller spoke and stopped, the connection is open, and for {@value #SECONDS} s nothing comes to be heard
 * or done. Needs a wire on which somebody says when the caller stopped. Owned by one {@link AgentSessions}.
 */
final class StallWatch {
    /** As long as an answer is expected at all. */
    private static final long SECONDS = 8;

    private static final long NS = SECONDS * 1_000_000_000L;
    private static final String WHAT =
            "the caller spoke, and the agent, which is connected, sent nothing for " + SECONDS + " s";

    /** The end of a session that is given up for it. */
    static final AgentFailure FAILURE = new AgentFailure(
            AgentFailure.Cause.STALLED,
            WHAT,
            "look at the agent's own log and status page; stalled: in its settings says what is done");

    private final Timers timers;
    private final Stalled then;
    private final Runnable stalled;
    private Timers.Timer wait = () -> {};
    /** The caller's last turn has not been answered by any sound. */
    private boolean unanswered;
    /** A turn was answered, in this session or an earlier one. */
    private boolean answers;
    /** Another session was tried, and has not been heard yet. */
    private boolean tried;

    /** @param stalled is notified when the agent has stalled */
    StallWatch(CallContext context, Runnable stalled) {
        this.timers = context.timers();
        this.then = context.stalled();
        this.stalled = stalled;
    }

    /** Takes in an event of the current session. */
    void add(AgentEvent event) {
        boolean heard = event instanceof AgentEvent.CallerHeard ear && ear.speaking();
        if (event instanceof AgentEvent.CallerStopped || (event instanceof AgentEvent.CallerHeard && !heard)) {
            expectAnswer();
        } else if (event instanceof AgentEvent.Audio) {
            answers |= unanswered;
            unanswered = false;
            tried = false;
            stop();
        } else if (event instanceof AgentEvent.ToolCalled || event instanceof AgentEvent.CallerStarted || heard) {
            stop();
        }
    }

    private void expectAnswer() {
        stop();
        unanswered = true;
        wait = timers.after(NS, stalled);
    }

    void stop() {
        wait.cancel();
    }

    /** Whether an agent that has stalled now is given up. */
    boolean givesUp() {
        return then == Stalled.APOLOGY || (then == Stalled.NEW_SESSION && tried);
    }

    /** What is said of one that is not. */
    CallEvent report() {
        return new CallEvent.AgentStalled(timers.nowNs(), WHAT, answers);
    }

    /** Whether another session is to answer; it too has so long, and then is given up. */
    boolean triesAnother() {
        tried = then == Stalled.NEW_SESSION;
        if (tried) {
            expectAnswer();
        }
        return tried;
    }
}
