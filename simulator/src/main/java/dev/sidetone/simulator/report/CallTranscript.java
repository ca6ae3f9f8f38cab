package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.WordLog.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Map<Integer, String> callers = new HashMap<>();
        Set<Integer> answered = new HashSet<>();
        for (Words each : words) {
            boolean caller = each.speaker().equals("caller");
            Turn turn = turn(each, turns, caller);
            if (turn == null) {
                all.add(new Spoken(each.atMs(), each.speaker(), each.text(), 0));
            } else if (caller) {
                callers.merge(turn.turn(), each.text(), (before, more) -> before + " " + more);
                all.add(new Spoken(turn.callerStartAtMs(), each.speaker(), each.text(), turn.turn()));
            } else {
                boolean first = answered.add(turn.turn());
                Double heardMs = first ? turn.firstAudibleAtMs() : null;
                all.add(new Spoken(heardMs == null ? each.atMs() : heardMs, each.speaker(), each.text(), turn.turn()));
            }
        }
        all.sort(Comparator.comparingDouble(each -> each.atMs() == null ? Double.NEGATIVE_INFINITY : each.atMs()));
        return new CallTranscript(all, callers);
    }

    /** The latest turn that had begun, or for an answer ended, when the words were written down. */
    private static @Nullable Turn turn(Words words, List<Turn> turns, boolean caller) {
        Double atMs = words.atMs();
        Turn latest = null;
        for (Turn turn : turns) {
            double fromMs = caller ? turn.callerStartAtMs() : turn.callerEndAtMs();
            if (atMs != null && fromMs <= atMs) {
                latest = turn;
            }
        }
        return latest;
    }
}
