package dev.sidetone.bench.simulation;

import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The server that placed a call is told every status once, in order, and who picked up; the REST API says the same at the end. */
final class StatusTold implements Witness {
    private final Consumer<String> broken;
    private final List<String> told = new ArrayList<>();
    private boolean streamed;

    StatusTold(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void fact(Fact fact) {
        streamed |= fact instanceof Fact.StreamStarted;
    }

    @Override
    public void told(String sequence, String status) {
        if (!sequence.equals(String.valueOf(told.size()))) {
            broken.accept("status " + status + " has number " + sequence + " behind " + told);
        }
        told.add(status);
    }

    @Override
    public void over(SimulatedCall call) {
        PlannedRing ring = call.plan().ring();
        if (ring == null) {
            return;
        }
        if (!isRight(ring, call.wasHungUpByRest())) {
            broken.accept("a call that is taken by " + ring + " was told as " + told);
        }
        if (streamed && !told.contains("in-progress")) {
            broken.accept("a stream ran, and the call was told as " + told);
        }
        String last = told.isEmpty() ? "" : told.get(told.size() - 1);
        if (!last.equals(call.restStatus())) {
            broken.accept("the REST API says " + call.restStatus() + ", and the callbacks said " + told);
        }
    }

    private boolean isRight(PlannedRing ring, boolean mayBeCanceled) {
        List<List<String>> right = new ArrayList<>();
        if (ring.isTaken()) {
            right.add(List.of("initiated", "ringing", "in-progress", "completed"));
        } else if (ring.kind() == PlannedRing.Kind.FAILED) {
            right.add(List.of("initiated", "failed"));
        } else {
            right.add(List.of("initiated", "ringing", ring.refusal()));
        }
        if (mayBeCanceled) {
            right.add(List.of("initiated", "canceled"));
            right.add(List.of("initiated", "ringing", "canceled"));
        }
        return right.contains(told);
    }
}
