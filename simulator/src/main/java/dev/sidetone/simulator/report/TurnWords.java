package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words of a call's transcript by the turn that they belong to. Immutable. */
public final class TurnWords {
    private static final String CALLER = "caller";

    private final List<List<CallTrace.Said>> byTurn;

    private TurnWords(List<List<CallTrace.Said>> byTurn) {
        this.byTurn = byTurn;
    }

    /** Whether the caller said them. */
    public static boolean isCaller(CallTrace.Said words) {
        return words.speaker().equals(CALLER);
    }

    /** The caller's words belong to the turn in which they came, the agent's to the turn that ended before. */
    public static TurnWords of(List<Turn> turns, List<CallTrace.Said> said) {
        List<List<CallTrace.Said>> words = new ArrayList<>();
        for (int i = 0; i <= turns.size(); i++) {
            words.add(new ArrayList<>());
        }
        for (CallTrace.Said one : said) {
            words.get(begunBy(turns, one)).add(one);
        }
        return new TurnWords(words.stream().map(List::copyOf).toList());
    }

    /** The number of turns that began for {@code words}; by halves, for a long call has many of both. */
    private static int begunBy(List<Turn> turns, CallTrace.Said words) {
        int begun = 0;
        int notYet = turns.size();
        while (begun < notYet) {
            int middle = (begun + notYet) / 2;
            Turn turn = turns.get(middle);
            if ((isCaller(words) ? turn.callerStartAtMs() : turn.callerEndAtMs()) <= words.atMs()) {
                begun = middle + 1;
            } else {
                notYet = middle;
            }
        }
        return begun;
    }

    /** What was said before the first turn, as in a greeting. */
    public List<CallTrace.Said> before() {
        return byTurn.get(0);
    }

    /** What was said in a turn and in the answer to it; {@code index} counts the turns from 0. */
    public List<CallTrace.Said> of(int index) {
        return byTurn.get(index + 1);
    }

    /** One side's words of a turn on one line; empty where there are none. */
    public String text(int index, boolean caller) {
        return of(index).stream()
                .filter(words -> isCaller(words) == caller)
                .map(CallTrace.Said::text)
                .collect(Collectors.joining(" "));
    }
}
