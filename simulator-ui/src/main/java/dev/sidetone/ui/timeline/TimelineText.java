package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.timeline.CallWords.WordsAnnotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the picture of a call in words, for people who do not see it. Stateless. */
final class TimelineText {
    /** More turns than that are not told one by one. */
    private static final int MOST_TURNS = 60;

    private TimelineText() {}

    /** The length, the number of turns and barge-ins, the latest TTFA; of a call that is over also each turn. */
    static String of(CallAnnotations annotations, double lengthMs, boolean isOver) {
        List<Turn> turns = annotations.result().turns();
        StringBuilder text = new StringBuilder("Call timeline, ");
        text.append(TimeAxis.time(lengthMs, 1000)).append(isOver ? " long, " : " so far, ");
        text.append(count(turns.size(), "turn")).append(", ");
        text.append(count(annotations.result().bargeIns().size(), "barge-in"));
        Double ttfaMs = turns.isEmpty() ? null : turns.get(turns.size() - 1).ttfaMs();
        if (ttfaMs != null) {
            text.append(", last TTFA ").append(AnnotationLabels.ms(ttfaMs));
        }
        if (isOver) {
            turns.stream().limit(MOST_TURNS).forEach(turn -> text.append(". ").append(turn(annotations, turn)));
            text.append(turns.size() > MOST_TURNS ? ". And " + (turns.size() - MOST_TURNS) + " more turns" : "");
        }
        return text.toString();
    }

    /** What is selected, in words; empty without a selection that is in the picture. */
    static String selected(CallAnnotations annotations, @Nullable Selection part) {
        if (part == null) {
            return "";
        }
        String at = TimeAxis.time(part.fromMs(), 100);
        return switch (part.kind()) {
            case TURN ->
                annotations.result().turns().stream()
                        .filter(turn -> turn.turn() == part.number())
                        .findFirst()
                        .map(turn -> turn(annotations, turn))
                        .orElse("");
            case BARGE_IN -> nth(annotations.result().bargeIns(), part.number(), TimelineText::bargeIn);
            case FINDING -> nth(annotations.result().findings(), part.number(), TimelineText::finding);
            case EVENT -> "Event at " + at;
            case MESSAGE -> "Message at " + at;
        };
    }

    private static <T> String nth(List<T> all, long number, Function<T, String> words) {
        return number >= 0 && number < all.size() ? words.apply(all.get((int) number)) : "";
    }

    private static String turn(CallAnnotations annotations, Turn turn) {
        List<String> words = new ArrayList<>();
        words.add("Turn " + turn.turn() + " at " + TimeAxis.time(turn.callerStartAtMs(), 100));
        String said = said(annotations, turn, true);
        if (!said.isEmpty()) {
            words.add("caller “" + said + "”");
        }
        Double ttfaMs = turn.ttfaMs();
        String split = TurnSplit.words(turn);
        words.add(
                ttfaMs != null
                        ? "answered after " + AnnotationLabels.ms(ttfaMs) + (split.isEmpty() ? "" : " (" + split + ")")
                                + (turn.judged() ? "" : ", not judged")
                        : turn.early()
                                ? "answered too early"
                                : turn.overlapped() ? "the old answer ran on" : "not answered");
        String answer = said(annotations, turn, false);
        if (!answer.isEmpty()) {
            words.add("agent “" + answer + "”");
        }
        return String.join(", ", words);
    }

    /** The words that stand under a turn or under its answer. */
    static String said(CallAnnotations annotations, Turn turn, boolean caller) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        return annotations.words().stream()
                .filter(words -> words.caller() == caller)
                .filter(words -> caller
                        ? words.untilMs() == turn.callerEndAtMs()
                        : audibleAtMs != null && words.fromMs() == audibleAtMs)
                .map(WordsAnnotation::text)
                .collect(Collectors.joining(" "));
    }

    private static String bargeIn(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        return "Barge-in at " + TimeAxis.time(bargeIn.onsetAtMs(), 100)
                + (silenceMs == null ? "" : ", silent after " + AnnotationLabels.ms(silenceMs));
    }

    private static String finding(ReportedFinding finding) {
        return "Finding " + finding.code() + ": " + finding.what();
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
