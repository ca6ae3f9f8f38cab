package dev.sidetone.simulator.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The figures of several calls together, from the samples of all of them and never from each call's percentiles. Only judged turns count.
 * Owned by one thread.
 */
public final class RunFigures {
    private final List<CallResult> calls;
    private final LatencyDigest ttfa = new LatencyDigest();
    private final LatencyDigest silence = new LatencyDigest();
    private final LatencyDigest lateness = new LatencyDigest();

    /** Computes them of {@code calls}. */
    public RunFigures(List<CallResult> calls) {
        this.calls = List.copyOf(calls);
        for (CallResult call : calls) {
            call.turns().stream()
                    .filter(CallResult.Turn::judged)
                    .map(CallResult.Turn::ttfaMs)
                    .forEach(ms -> add(ms, ttfa));
            call.bargeIns().stream().map(CallResult.BargeIn::silenceMs).forEach(ms -> add(ms, silence));
            LatencyDigest sent = call.line() == null ? null : call.line().lateness();
            if (sent != null) {
                lateness.add(sent);
            }
        }
    }

    private static void add(@Nullable Double ms, LatencyDigest to) {
        if (ms != null) {
            to.recordMs(ms);
        }
    }

    /** The times to first audio of the judged turns that were answered. */
    public LatencyDigest ttfa() {
        return ttfa;
    }

    /** The times from the onset of a barge-in to silence, where silence came. */
    public LatencyDigest silence() {
        return silence;
    }

    /** How late all frames were written; empty where nobody timed them, as of recordings. */
    public LatencyDigest lateness() {
        return lateness;
    }

    /** How many turns there were. */
    public long turns() {
        return calls.stream().mapToLong(call -> call.turns().size()).sum();
    }

    /** How many of them were measured while the instrument kept time, answered or not. */
    public long judged() {
        return calls.stream()
                .flatMap(call -> call.turns().stream())
                .filter(CallResult.Turn::judged)
                .count();
    }

    /** How many barge-ins there were. */
    public long bargeIns() {
        return calls.stream().mapToLong(call -> call.bargeIns().size()).sum();
    }

    /** How often the agents gave way rightly, and rightly did not. */
    public TurnTakingRates turnTaking() {
        return TurnTakingRates.of(calls);
    }

    /** The turn that was answered first after its end, if one was. */
    public Optional<Answered> fastest() {
        return outermost(BinaryOperator.minBy(Comparator.comparingDouble(Answered::ttfaMs)));
    }

    /** The turn that waited longest for its answer, if one had an answer. */
    public Optional<Answered> slowest() {
        return outermost(BinaryOperator.maxBy(Comparator.comparingDouble(Answered::ttfaMs)));
    }

    /**
     * A judged turn with its answer.
     *
     * @param call the number of its call among those given, from 1
     */
    public record Answered(int call, int turn, double callerEndAtMs, double ttfaMs) {}

    private Optional<Answered> outermost(BinaryOperator<Answered> better) {
        Optional<Answered> found = Optional.empty();
        for (int i = 0; i < calls.size(); i++) {
            for (CallResult.Turn turn : calls.get(i).turns()) {
                Double ttfaMs = turn.judged() ? turn.ttfaMs() : null;
                if (ttfaMs != null) {
                    Answered one = new Answered(i + 1, turn.turn(), turn.callerEndAtMs(), ttfaMs);
                    found = Optional.of(
                            found.map(before -> better.apply(before, one)).orElse(one));
                }
            }
        }
        return found;
    }
}
