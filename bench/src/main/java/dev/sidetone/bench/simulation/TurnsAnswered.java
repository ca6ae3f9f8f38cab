package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A caller who has spoken and then waits hears something, or the call's findings give the reason. */
final class TurnsAnswered implements Witness {
    /** Longer than every think time, tool and wait for an agent. */
    private static final long PATIENCE_NS = 15_000_000_000L;

    private final Consumer<String> broken;
    private final List<Long> unanswered = new ArrayList<>();
    private boolean streaming;
    /** What the caller began to say before a stream was open is no turn. */
    private boolean turn;

    private long askedNs;
    private boolean waits;
    private boolean done;

    TurnsAnswered(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void fact(Fact fact) {
        done |= isDone(fact);
        if (fact instanceof Fact.StreamStarted) {
            streaming = true;
        } else if (fact instanceof Fact.StreamEnded || fact instanceof Fact.DialBegan) {
            streaming = false;
            waits = false;
        } else if (fact instanceof Fact.CallerStarted) {
            waits = false;
            turn = streaming;
        } else if (fact instanceof Fact.CallerEnded ended) {
            waits = streaming && turn;
            askedNs = ended.endNs();
        }
    }

    /** An agent that puts the caller through, or ends the call, has answered, however long that takes on a line that is not read. */
    private static boolean isDone(Fact fact) {
        return fact instanceof Fact.TransferWished
                || fact instanceof Fact.HangUpWished
                || fact instanceof Fact.DialBegan;
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        if (SpeechEnergy.isAudible(tick.heard0()) || SpeechEnergy.isAudible(tick.heard1())) {
            waits = false;
        } else if (waits && tick.atNs() - askedNs > PATIENCE_NS) {
            waits = false;
            unanswered.add(askedNs);
        }
    }

    @Override
    public void over(SimulatedCall call) {
        boolean explained = call.result().findings().stream().anyMatch(TurnsAnswered::explains);
        if (!unanswered.isEmpty() && !explained && !done) {
            broken.accept(unanswered.size() + " turns were not answered, and the findings are "
                    + call.result().findings().stream()
                            .map(CallResult.ReportedFinding::code)
                            .toList());
        }
    }

    private static boolean explains(CallResult.ReportedFinding finding) {
        return finding.severity() != Severity.INFO;
    }
}
