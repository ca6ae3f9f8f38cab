package dev.sidetone.bridge.call;

import dev.sidetone.bridge.time.Timers;
import dev.sidetone.bridge.twilio.Twiml;
import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.function.Consumer;

/**
 * A call's way off its stream by the agent's own wish: first the good-bye is heard to its end, then Twilio is asked to pull the call
 * off, and when that does not happen the stream is closed, after which Twilio asks what comes next. Owned by one {@link Call}.
 */
final class GracefulEnd {
    /** A mark is back this long after its audio was heard, or was lost. */
    private static final long MARK_PATIENCE_NS = 2_000_000_000L;
    /** No good-bye is longer. */
    private static final long MOST_NS = 30_000_000_000L;
    /** Between Twilio's word that it took the wish and its {@code stop} on the stream. */
    private static final long STOP_PATIENCE_NS = 2_000_000_000L;

    private final CallContext around;
    private final Timers timers;
    private final AnswerRelay answers;
    private final StreamEnding ending;
    private final RemainingSpeech words;
    private final Runnable close;
    private final long beganNs;
    private Timers.Timer silence = () -> {};
    private boolean spoken;
    private boolean watching;
    private boolean asked;

    /**
     * @param ending what the caller gets: a person's number, or nothing any more
     * @param words what the agent may still say
     * @param close closes the stream; harmless when it is over
     */
    GracefulEnd(CallContext around, AnswerRelay answers, StreamEnding ending, RemainingSpeech words, Runnable close) {
        this.around = around;
        this.timers = around.timers();
        this.answers = answers;
        this.ending = ending;
        this.words = words;
        this.close = close;
        this.beganNs = timers.nowNs();
    }

    StreamEnding ending() {
        return ending;
    }

    /** Waits for the good-bye, but not for ever. */
    void begin() {
        if (answers.isPlaying()) {
            spoken = true;
            watch();
        } else {
            awaitWords(words.firstNs);
        }
    }

    /** The agent says more. */
    void speaks() {
        spoken = true;
        silence.cancel();
        watch();
    }

    /** Something was heard or thrown away: if that was all, it is time. */
    void goOn() {
        if (spoken && !answers.isPlaying()) {
            awaitWords(words.moreNs);
        }
    }

    /** The call ended meanwhile. */
    void callOff() {
        asked = true;
        silence.cancel();
    }

    private void awaitWords(long ns) {
        long leftNs = beganNs + MOST_NS - timers.nowNs();
        silence.cancel();
        if (ns == 0 || leftNs <= 0) {
            ask();
        } else {
            silence = timers.after(Math.min(ns, leftNs), this::ask);
        }
    }

    private void watch() {
        if (!watching) {
            watching = true;
            waitFor(answers.unheardNs(timers.nowNs()));
        }
    }

    private void waitFor(long unheardNs) {
        timers.after(unheardNs + MARK_PATIENCE_NS, () -> lookAgain(unheardNs));
    }

    /** More of the good-bye may have come since; what makes no progress is not waited for. */
    private void lookAgain(long unheardBeforeNs) {
        long nowNs = timers.nowNs();
        long unheardNs = answers.unheardNs(nowNs);
        if (!answers.isPlaying()) {
            watching = false;
        } else if (unheardNs == unheardBeforeNs || unheardNs == 0 || nowNs - beganNs >= MOST_NS) {
            ask();
        } else if (!asked) {
            waitFor(unheardNs);
        }
    }

    private void ask() {
        if (asked) {
            return;
        }
        callOff();
        String number = ending.number();
        Consumer<CallControl.Result> answered = this::answered;
        if (number == null) {
            around.control().hangUp(around.callSid(), timers, answered);
        } else {
            around.control().redirect(around.callSid(), Twiml.dial(number), timers, answered);
        }
    }

    private void answered(CallControl.Result result) {
        switch (result.outcome()) {
            case DONE -> timers.after(STOP_PATIENCE_NS, close);
            case ALREADY_OVER, NOT_THERE -> close.run();
            case FAILED -> {
                around.listener().accept(new CallEvent.CallControlFailed(timers.nowNs(), result.what()));
                close.run();
            }
        }
    }
}
