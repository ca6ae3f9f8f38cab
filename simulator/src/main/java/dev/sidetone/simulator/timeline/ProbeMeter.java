package dev.sidetone.simulator.timeline;

import dev.sidetone.simulator.timeline.CallResult.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures what the agent did at each probe of the caller's side. What the agent owed anyway (its greeting, the answer to a turn, a tool's result) is
 * waited for, for eight seconds: a probe in that time says nothing of an agent that was silent. Owned by {@link CallFold}.
 */
final class ProbeMeter {
    /** As long as the bridge itself expects an answer. */
    private static final long OWED_NS = 8_000_000_000L;

    private final CallClock origin;
    private final RecentMoments recent;
    private final List<Probe> closed = new ArrayList<>();
    private @Nullable OpenProbe open;
    private @Nullable Long owedSinceNs;
    private boolean toolRuns;
    private boolean streamed;

    ProbeMeter(CallClock origin, RecentMoments recent) {
        this.origin = origin;
        this.recent = recent;
    }

    void hear(Moment moment) {
        if (moment instanceof Moment.Window window && window.begins() && !toolRuns) {
            owedSinceNs = null;
        }
        if (open != null) {
            open.hear(moment);
            if (open.settled()) {
                close();
            }
        }
    }

    void fold(Fact fact) {
        if (fact instanceof Fact.ProbeStarted started) {
            close();
            open = streamed ? new OpenProbe(started, isOwed(started.startNs()), recent) : null;
        } else if (fact instanceof Fact.ProbeEnded ended && open != null) {
            open.ends(ended.endNs());
        } else if (fact instanceof Fact.AgentCutAnswer && open != null) {
            open.cutByAgent();
        } else if (fact instanceof Fact.CallerStarted) {
            close();
        } else if (fact instanceof Fact.StreamEnded) {
            close();
            streamed = false;
        } else {
            expect(fact);
        }
    }

    private void expect(Fact fact) {
        if (fact instanceof Fact.StreamStarted) {
            streamed = true;
            owedSinceNs = fact.atNs();
        } else if (fact instanceof Fact.CallerEnded) {
            owedSinceNs = fact.atNs();
        } else if (fact instanceof Fact.ToolCalled called) {
            toolRuns = !called.callId().isEmpty();
            owedSinceNs = fact.atNs();
        } else if (fact instanceof Fact.ToolAnswered) {
            toolRuns = false;
            owedSinceNs = fact.atNs();
        }
    }

    private boolean isOwed(long onsetNs) {
        return owedSinceNs != null && onsetNs - owedSinceNs < OWED_NS;
    }

    private void close() {
        if (open != null) {
            closed.add(open.probe(origin));
        }
        open = null;
    }

    List<Probe> probes() {
        List<Probe> all = new ArrayList<>(closed);
        if (open != null) {
            all.add(open.probe(origin));
        }
        return List.copyOf(all);
    }

    /** Those that are over, but for the first {@code skipped}. */
    List<Probe> settled(int skipped) {
        return skipped == closed.size() ? List.of() : List.copyOf(closed.subList(skipped, closed.size()));
    }
}
