package dev.sidetone.simulator.load;

import dev.sidetone.simulator.load.LoadResult.Failure;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import org.jspecify.annotations.Nullable;

/** Folds the facts of one call of many into how it came out, and why. Owned by one thread. */
public final class FateFold {
    private static final String SUSPENDED = "suspended";
    private static final String DROP = "drop";

    private boolean answered;
    private boolean saidAll;
    private boolean stoodStill;
    private boolean broken;
    private @Nullable EndedBy endedBy;
    private String whyEnded = "";

    /** Takes in the next fact. */
    public void fold(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            answered = true;
        } else if (fact instanceof Fact.CallerSaidAll) {
            saidAll = true;
        } else if (fact instanceof Fact.FaultBegan began) {
            broken |= began.fault().startsWith(DROP);
        } else if (tellsOfStandstill(fact)) {
            stoodStill = true;
        } else if (fact instanceof Fact.CallEnded ended) {
            endedBy = ended.by();
            whyEnded = ended.why();
        }
    }

    /** Whether {@code fact} says that this machine stood still. */
    static boolean tellsOfStandstill(Fact fact) {
        return fact instanceof Fact.Found found && found.code().equals(SUSPENDED);
    }

    /** Whether a two-way stream came about. */
    public boolean isAnswered() {
        return answered;
    }

    /** Whether this machine stood still in the call. */
    public boolean stoodStill() {
        return stoodStill;
    }

    /**
     * The outcome of the call, once it is over.
     *
     * @param cut whether the load hung up
     */
    public CallFate fate(boolean cut) {
        if (cut || stoodStill || broken) {
            return CallFate.CUT;
        }
        if (!answered) {
            return CallFate.FAILED;
        }
        boolean brokeOff = endedBy == EndedBy.FAULT || endedBy == EndedBy.TIMEOUT;
        boolean wished = endedBy == EndedBy.CALLER || endedBy == EndedBy.AGENT || saidAll;
        return brokeOff || !wished ? CallFate.DROPPED : CallFate.DONE;
    }

    /** The reason of a call that failed or broke off: the first error that was found in it, or who ended it. */
    public Failure failure(CallResult call) {
        return call.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(error -> new Failure(error.code(), error.what(), error.cure(), 1))
                .orElseGet(this::end);
    }

    private Failure end() {
        String by = endedBy == null ? "" : " by the " + endedBy.word();
        String why = whyEnded.isEmpty() ? "" : ": " + whyEnded;
        String when = answered ? "before its caller had said everything" : "without a two-way stream";
        return new Failure(
                "call-ended",
                "The call was ended" + by + " " + when + why + ".",
                "Make one such call alone: sidetone call shows all of it.",
                1);
    }
}
