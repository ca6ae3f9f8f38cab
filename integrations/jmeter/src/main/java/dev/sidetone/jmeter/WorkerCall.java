package dev.sidetone.jmeter;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.simulator.load.CallFate;
import dev.sidetone.simulator.load.FateFold;
import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.timeline.FigureTimeline;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a worker, of which figures are kept and nothing else. Its facts are folded by the line's one thread; one JMeter thread waits for its
 * end; any may hang it up.
 */
final class WorkerCall implements FigureTimeline.Listener {
    private final FigureTimeline facts = new FigureTimeline(SidetoneVersion.TEXT, this);
    private final FateFold fate = new FateFold();
    private final CompletableFuture<Over> over = new CompletableFuture<>();
    private final String plan;
    private final long placedNs;
    private @Nullable Long answeredNs;
    private @Nullable Long streamNs;
    private volatile @Nullable TwilioCall call;
    private volatile boolean cut;
    private volatile boolean ended;

    /**
     * A call that is over.
     *
     * @param plan who called whom
     * @param failure why it failed or broke off, or null where it did not
     * @param stoodStill whether this machine stood still in it
     * @param zeroMs from placing it to the moment from which the result's times count
     */
    record Over(
            String plan,
            CallResult result,
            CallFate fate,
            @Nullable Failure failure,
            boolean stoodStill,
            double zeroMs) {}

    /** @param plan who calls whom, for people to read */
    WorkerCall(String plan, long placedNs) {
        this.plan = plan;
        this.placedNs = placedNs;
    }

    FactSink facts() {
        return facts;
    }

    /** The line has it. */
    void placed(TwilioCall made) {
        call = made;
        made.outcome().whenComplete((outcome, broken) -> ended = true);
    }

    /** Hangs up, so that the call is not counted. Any thread. */
    void hangUp(String why) {
        cut = true;
        TwilioCall made = call;
        if (made != null) {
            made.hangUp(EndedBy.CALLER, why);
        }
    }

    /**
     * Waits for the end; a thread that is interrupted hangs up and waits for that.
     *
     * @param whyCut the reason of an interruption
     */
    Over await(String whyCut) throws CannotRun {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return over.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    hangUp(whyCut);
                } catch (ExecutionException e) {
                    throw new CannotRun("the call broke off inside Sidetone: " + e.getCause(), e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Takes in what has happened; returns whether the call is over, and was handed over. The line's thread. */
    boolean pump(long nowNs) {
        // Read first: what came before the end is there when it is closed.
        boolean last = ended;
        if (last) {
            handOver();
        } else {
            facts.pump(nowNs);
        }
        return last;
    }

    private void handOver() {
        try {
            CallResult result = facts.close();
            CallFate how = fate.fate(cut);
            boolean failed = how == CallFate.FAILED || how == CallFate.DROPPED;
            Long zeroNs = streamNs == null ? answeredNs : streamNs;
            over.complete(new Over(
                    plan,
                    result,
                    how,
                    failed ? fate.failure(result) : null,
                    fate.stoodStill(),
                    zeroNs == null ? 0 : (zeroNs - placedNs) / 1e6));
        } catch (RuntimeException e) {
            over.completeExceptionally(e);
        }
    }

    /** Its line is closed: what is known is handed over, as of a call that was cut. After the line's thread has ended. */
    void abandon() {
        cut = true;
        handOver();
    }

    @Override
    public void folded(Fact fact) {
        fate.fold(fact);
        if (fact instanceof Fact.StreamStarted started && streamNs == null) {
            streamNs = started.atNs();
        } else if (fact instanceof Fact.CallAnswered answered && answeredNs == null) {
            answeredNs = answered.atNs();
        }
    }

    @Override
    public void answered(Turn turn, long atNs) {
        // The result has all turns.
    }

    @Override
    public void bargedIn(BargeIn bargeIn, long atNs) {
        // The result has all barge-ins.
    }
}
