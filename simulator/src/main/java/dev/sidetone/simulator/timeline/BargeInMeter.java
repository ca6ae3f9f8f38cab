package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures the times that the caller spoke over the agent, and how the agent reacted. Owned by {@link CallFold}. */
final class BargeInMeter {
    private final CallClock origin;
    private final RecentMoments recent;
    private final List<BargeIn> closed = new ArrayList<>();
    private @Nullable OpenBargeIn open;

    BargeInMeter(CallClock origin, RecentMoments recent) {
        this.origin = origin;
        this.recent = recent;
    }

    void hear(Moment moment) {
        if (open == null) {
            return;
        }
        open.hear(moment);
        if (open.settled()) {
            close();
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.CallerStarted started) {
            startsOver(started.startNs());
        } else if (fact instanceof Fact.AgentCutAnswer && open != null) {
            open.cutByAgent();
        }
    }

    private void startsOver(long onsetNs) {
        close();
        if (OpenBargeIn.possible(onsetNs, recent)) {
            open = new OpenBargeIn(onsetNs, Thresholds.YIELD_MS, recent);
        }
    }

    private void close() {
        if (open != null && open.confirmed()) {
            closed.add(open.bargeIn(origin));
        }
        open = null;
    }

    List<BargeIn> bargeIns() {
        List<BargeIn> all = new ArrayList<>(closed);
        if (open != null && open.confirmed()) {
            all.add(open.bargeIn(origin));
        }
        return List.copyOf(all);
    }

    /** Those that are over, with all their numbers known, but for the first {@code skipped}. */
    List<BargeIn> settled(int skipped) {
        return skipped == closed.size() ? List.of() : List.copyOf(closed.subList(skipped, closed.size()));
    }
}
