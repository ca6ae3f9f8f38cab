package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.Moment.AnswerStep;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns facts into moments at the caller's ear, counting which queued byte is heard when. Owned by {@link CallFold}. */
final class PlayoutTracker {
    private static final long FOREVER_NS = Long.MAX_VALUE / 2;
    private static final int IDLE_TICKS = 5;

    private final Consumer<Moment> out;
    private long lateNs = MeasuredAt.EAR.lateNs();
    private long queued;
    private long gone;
    private long lastQueuedNs = Long.MIN_VALUE;
    private @Nullable Long lastAudibleNs;
    private boolean cleared;
    private int idleTicks;
    private Fact.@Nullable Tick lastTick;

    PlayoutTracker(Consumer<Moment> out) {
        this.out = out;
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.Tick tick) {
            tick(tick);
        } else if (fact instanceof Fact.FrameWritten written) {
            if (written.lateNs() > lateNs && !written.oneWay()) {
                out.accept(new Moment.Late(written.atNs() - written.lateNs()));
            }
        } else if (fact instanceof Fact.MediaArrived media) {
            queue(media);
        } else if (fact instanceof Fact.ClearArrived clear) {
            gone += clear.discardedBytes();
            cleared = true;
            out.accept(new Moment.Cleared(clear.atNs(), clear.discardedBytes()));
        } else if (fact instanceof Fact.CallPlaced placed) {
            lateNs = placed.place().lateNs();
        } else {
            step(fact);
        }
    }

    private void step(Fact fact) {
        if (fact instanceof Fact.AgentHeardEnd end) {
            out.accept(new AnswerStep(end.atNs(), AnswerStep.Kind.HEARD_END, ""));
        } else if (fact instanceof Fact.AnswerBegan began) {
            out.accept(new AnswerStep(began.atNs(), AnswerStep.Kind.BEGAN, began.answerId()));
        } else if (fact instanceof Fact.AnswerRelayed relayed) {
            out.accept(new AnswerStep(relayed.atNs(), AnswerStep.Kind.RELAYED, relayed.answerId()));
        } else if (fact instanceof Fact.ToolAnswered answered) {
            out.accept(new AnswerStep(answered.atNs(), AnswerStep.Kind.TOOL_ANSWERED, ""));
        } else if (fact instanceof Fact.AnswerContinued continued) {
            out.accept(new AnswerStep(continued.atNs(), AnswerStep.Kind.CONTINUED, ""));
        } else if (fact instanceof Fact.AgentTimedOut timedOut) {
            out.accept(new AnswerStep(timedOut.atNs(), AnswerStep.Kind.TIMED_OUT, ""));
        } else if (fact instanceof Fact.PromptSent prompt) {
            if (prompt.last()) {
                out.accept(new AnswerStep(prompt.atNs(), AnswerStep.Kind.PROMPTED, ""));
            }
        } else if (fact instanceof Fact.TokenArrived token) {
            out.accept(new AnswerStep(token.atNs(), AnswerStep.Kind.TOKEN, ""));
        }
    }

    private void queue(Fact.MediaArrived media) {
        lastQueuedNs = media.atNs();
        idleTicks = 0;
        out.accept(new Moment.Queued(media.atNs(), queued, media.bytes()));
        queued += media.bytes();
    }

    private void tick(Fact.Tick tick) {
        if (tick.lateNs() > lateNs || skipped(tick)) {
            out.accept(new Moment.Late(tick.atNs()));
        }
        settleWhenIdle(tick);
        window(tick.atNs(), tick.heard0(), Math.min(tick.heardBytes(), SpeechEnergy.WINDOW));
        window(tick.atNs() + Moment.WINDOW_NS, tick.heard1(), Math.max(0, tick.heardBytes() - SpeechEnergy.WINDOW));
        lastTick = tick;
    }

    private boolean skipped(Fact.Tick tick) {
        return lastTick != null && tick.atNs() - lastTick.atNs() > LineFrame.NS + lateNs;
    }

    /** A faulty line may lose audio that was queued; once nothing is queued and nothing comes, all that came is gone. */
    private void settleWhenIdle(Fact.Tick tick) {
        idleTicks = tick.heardBytes() == 0 && tick.queuedBytes() == 0 ? idleTicks + 1 : 0;
        if (idleTicks >= IDLE_TICKS && tick.atNs() - IDLE_TICKS * LineFrame.NS > lastQueuedNs) {
            gone = queued;
        }
    }

    private void window(long atNs, float dbm0, int bytes) {
        boolean audible = bytes > 0 && SpeechEnergy.isAudible(dbm0);
        long silentNs = lastAudibleNs == null ? FOREVER_NS : atNs - lastAudibleNs;
        out.accept(new Moment.Window(atNs, audible, silentNs, cleared, gone, bytes));
        gone += bytes;
        if (audible) {
            lastAudibleNs = atNs + Moment.WINDOW_NS;
            cleared = false;
        }
    }
}
