package dev.sidetone.simulator.report;

import dev.sidetone.simulator.report.CallTrace.Said;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.WordLog.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a call beside the turns in which they were spoken. An agent's wire writes words down when it has them, the caller's often after
 * the answer began and an answer's before it was heard, so words are put where their speaker was heard. Immutable.
 *
 * @param spoken all words, by the time at which they were heard
 * @param callers what the caller said in each turn, by the turn's number; nothing where it is not known
 */
public record CallTranscript(List<Spoken> spoken, Map<Integer, String> callers) {
    /** No words. */
    public static final CallTranscript NONE = new CallTranscript(List.of(), Map.of());

    /**
     * Words of one speaker.
     *
     * @param atMs when they began to be heard, as far as that is known; null before the call's clock ran
     * @param turn the turn that they are or answer; 0 before the first
     */
    public record Spoken(@Nullable Double atMs, String speaker, String text, int turn) {
        /** Whether the caller spoke them. */
        public boolean isCaller() {
            return speaker.equals("caller");
        }
    }

    public CallTranscript {
        spoken = List.copyOf(spoken);
        callers = Map.copyOf(callers);
    }

    /** Puts {@code words} beside {@code turns}, both in order. */
    public static CallTranscript of(List<Words> words, List<Turn> turns) {
        List<Spoken> all = new ArrayList<>();
        List<Said> timed = new ArrayList<>();
        for (Words each : words) {
            Double atMs = each.atMs();
            if (atMs == null) {
                all.add(new Spoken(null, each.speaker(), each.text(), 0));
            } else {
                timed.add(new Said(atMs, each.speaker(), each.text()));
            }
        }
        TurnWords byTurn = TurnWords.of(turns, timed);
        byTurn.before().forEach(said -> all.add(new Spoken(said.atMs(), said.speaker(), said.text(), 0)));
        Map<Integer, String> callers = new HashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            addTurn(turns.get(i), byTurn.of(i), all);
            String said = byTurn.text(i, true);
            if (!said.isEmpty()) {
                callers.put(turns.get(i).turn(), said);
            }
        }
        all.sort(Comparator.comparingDouble(each -> each.atMs() == null ? Double.NEGATIVE_INFINITY : each.atMs()));
        return new CallTranscript(all, callers);
    }

    /** The caller's words began with the turn, the answer's first when it was heard. */
    private static void addTurn(Turn turn, List<Said> words, List<Spoken> to) {
        Double heardMs = turn.firstAudibleAtMs();
        for (Said said : words) {
            double atMs = said.atMs();
            if (TurnWords.isCaller(said)) {
                atMs = turn.callerStartAtMs();
            } else if (heardMs != null) {
                atMs = heardMs;
                heardMs = null;
            }
            to.add(new Spoken(atMs, said.speaker(), said.text(), turn.turn()));
        }
    }
}
