package dev.sidetone.bridge.call;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.time.Watchdog;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.function.Consumer;

/**
 * The end of a call at the agent's request. First the agent's last words are heard to their end; then Twilio is asked over REST to take
 * the call off its stream. If that fails, the stream is closed, and Twilio requests the next document. Owned by one {@link Call}.
 */
final class GracefulEnd {
    /** A mark that is not back this long after its audio was due counts as lost. */
    private static final long MARK_TIMEOUT_NS = 2_000_000_000L;
    /** The longest wait for the last words. */
    private static final long MOST_NS = 30_000_000_000L;
    /** From Twilio's REST response to its {@code stop} on the stream. */
    private static final long STOP_TIMEOUT_NS = 2_000_000_000L;

    private final CallContext context;
    private final Timers timers;
    private final AnswerRelay answers;
    private final StreamEnding ending;
    private final RemainingSpeech remaining;
    private final Runnable close;
    private final long beganNs;
    private Timers.Timer silence = () -> {};
    private boolean spoken;
    private boolean watching;
    private boolean requested;
    private boolean over;

    /**
     * @param ending what follows for the caller: a transfer, or the end of the call
     * @param remaining what the agent may still say
     * @param close closes the stream; harmless when it is over
     */
    GracefulEnd(
            CallContext context, AnswerRelay answers, StreamEnding ending, RemainingSpeech remaining, Runnable close) {
        this.context = context;
        this.timers = context.timers();
        this.answers = answers;
        this.ending = ending;
        this.remaining = remaining;
        this.close = close;
        this.beganNs = timers.nowNs();
    }

    StreamEnding ending() {
        return ending;
    }

    /** Starts to wait for the last words. */
    void begin() {
        if (answers.isPlaying()) {
            spoken = true;
            watch();
        } else {
            awaitSpeech(remaining.firstNs);
        }
    }

    /** The agent says more. */
    void agentSpeaks() {
        spoken = true;
        silence.cancel();
        watch();
    }

    /** Some audio was heard or cleared: goes on if that was all. */
    void playoutChanged() {
        if (spoken && !answers.isPlaying()) {
            awaitSpeech(remaining.moreNs);
        }
    }

    /** The call has ended by other means. */
    void cancel() {
        over = true;
        waitNoLonger();
    }

    private void waitNoLonger() {
        requested = true;
        silence.cancel();
    }

    private void awaitSpeech(long ns) {
        long leftNs = beganNs + MOST_NS - timers.nowNs();
        silence.cancel();
        if (ns == 0 || leftNs <= 0) {
            requestEnd();
        } else {
            silence = timers.after(Math.min(ns, leftNs), this::requestEnd);
        }
    }

    private void watch() {
        if (!watching) {
            watching = true;
            waitFor(answers.unheardNs(timers.nowNs()));
        }
    }

    private void waitFor(long unheardNs) {
        var unused = new Watchdog(timers, unheardNs + MARK_TIMEOUT_NS, () -> checkPlayout(unheardNs));
    }

    /** More speech may have been queued since; a playout that makes no progress is not waited for. */
    private void checkPlayout(long unheardBeforeNs) {
        long nowNs = timers.nowNs();
        long unheardNs = answers.unheardNs(nowNs);
        if (!answers.isPlaying()) {
            watching = false;
        } else if (unheardNs == unheardBeforeNs || unheardNs == 0 || nowNs - beganNs >= MOST_NS) {
            requestEnd();
        } else if (!requested) {
            waitFor(unheardNs);
        }
    }

    private void requestEnd() {
        if (requested) {
            return;
        }
        waitNoLonger();
        String number = ending.number();
        Consumer<CallControl.Result> answered = this::answered;
        if (number == null) {
            context.control().hangUp(context.callSid(), timers, answered);
        } else {
            context.control().redirect(context.callSid(), Twiml.dial(number), timers, answered);
        }
    }

    private void answered(CallControl.Result result) {
        if (over) {
            return;
        }
        switch (result.outcome()) {
            case DONE -> {
                var unused = new Watchdog(timers, STOP_TIMEOUT_NS, close);
            }
            case ALREADY_OVER, UNAVAILABLE -> close.run();
            case FAILED -> {
                context.listener().accept(new CallEvent.CallControlFailed(timers.nowNs(), result.what()));
                close.run();
            }
        }
    }
}
