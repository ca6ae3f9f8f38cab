package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.report.CallTrace.Said;
import dev.sidetone.simulator.report.TurnWords;
import dev.sidetone.simulator.timeline.CallOutline;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the words of a call's transcript where they were said, and no further than the next line of the picture. Stateless. */
final class CallWords {
    /** The first words of an answer come at most so long before or after it is heard: an agent does not write as fast as it speaks. */
    private static final double OF_ANSWER_MS = 5_000;

    private static final double TOGETHER_MS = 400;

    private CallWords() {}

    /**
     * Words on the call's clock.
     *
     * @param untilMs where they must end; infinite where nothing is in their way
     */
    record WordsAnnotation(boolean caller, double fromMs, double untilMs, String text) {}

    /** In the order of time; {@code clears} are the moments at which the agent's answer was thrown away. */
    static List<WordsAnnotation> of(CallResult result, CallOutline sketch, CallOutline.Zero zero, List<Double> clears) {
        if (sketch.words().count() == 0) {
            return List.of();
        }
        List<Said> said = sketch.words().facts().stream()
                .map(words -> new Said(zero.atMs(words.atNs()), words.speaker(), words.text()))
                .filter(words -> !words.text().isEmpty())
                .toList();
        TurnWords words = TurnWords.of(result.turns(), said);
        List<WordsAnnotation> placed = new ArrayList<>();
        agent(words.before(), result.greeting().firstAudibleAtMs(), placed);
        for (int i = 0; i < result.turns().size(); i++) {
            Turn turn = result.turns().get(i);
            String caller = words.text(i, true);
            if (!caller.isEmpty()) {
                placed.add(caller(turn, caller, result.bargeIns()));
            }
            agent(words.of(i), turn.firstAudibleAtMs(), placed);
        }
        return ended(placed, clears);
    }

    /** Right of the line of a barge-in that stands in the turn. */
    private static WordsAnnotation caller(Turn turn, String text, List<BargeIn> bargeIns) {
        double fromMs = turn.callerStartAtMs();
        for (BargeIn bargeIn : bargeIns) {
            if (bargeIn.onsetAtMs() >= fromMs && bargeIn.onsetAtMs() < turn.callerEndAtMs()) {
                fromMs = bargeIn.onsetAtMs();
            }
        }
        return new WordsAnnotation(true, fromMs, turn.callerEndAtMs(), text);
    }

    private static void agent(List<Said> said, @Nullable Double audibleAtMs, List<WordsAnnotation> placed) {
        boolean first = true;
        for (Said words : said) {
            if (TurnWords.isCaller(words)) {
                continue;
            }
            double fromMs = audibleAtMs != null
                            && (first || words.atMs() < audibleAtMs)
                            && Math.abs(words.atMs() - audibleAtMs) < OF_ANSWER_MS
                    ? audibleAtMs
                    : words.atMs();
            first = false;
            WordsAnnotation last = placed.isEmpty() ? null : placed.get(placed.size() - 1);
            if (last != null && !last.caller() && fromMs - last.fromMs() < TOGETHER_MS) {
                placed.set(placed.size() - 1, agentFrom(last.fromMs(), last.text() + " " + words.text()));
            } else {
                placed.add(agentFrom(fromMs, words.text()));
            }
        }
    }

    private static WordsAnnotation agentFrom(double fromMs, String text) {
        return new WordsAnnotation(false, fromMs, Double.POSITIVE_INFINITY, text);
    }

    /** The agent's words end where its next begin, and at a clear. */
    private static List<WordsAnnotation> ended(List<WordsAnnotation> placed, List<Double> clears) {
        double nextMs = Double.POSITIVE_INFINITY;
        List<WordsAnnotation> ended = new ArrayList<>(placed);
        for (int i = placed.size() - 1; i >= 0; i--) {
            WordsAnnotation words = placed.get(i);
            if (!words.caller()) {
                double untilMs = nextMs;
                for (double clearMs : clears) {
                    untilMs = clearMs > words.fromMs() ? Math.min(untilMs, clearMs) : untilMs;
                }
                ended.set(i, new WordsAnnotation(false, words.fromMs(), untilMs, words.text()));
                nextMs = words.fromMs();
            }
        }
        return List.copyOf(ended);
    }
}
