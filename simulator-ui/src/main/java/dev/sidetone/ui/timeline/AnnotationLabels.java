package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Creates the text labels of annotations, in the detail that the scale allows. Stateless. */
final class AnnotationLabels {
    /** At this scale or closer, marks are drawn and edges of speech labelled. */
    static final double CLOSE_MS_PER_PX = 6;

    private static final int FIRST = 1_000_000;
    private static final int SECOND = 1_000;
    private static final int LAST = 1;
    private static final double REACH_MS = 10_000;
    private static final int LONGEST_NAME = 28;

    private AnnotationLabels() {}

    /** Returns the labels of all annotations between two moments. */
    static List<TimelineLabel> of(CallAnnotations annotations, double fromMs, double untilMs, double msPerPx) {
        List<TimelineLabel> labels = new ArrayList<>();
        boolean close = msPerPx <= CLOSE_MS_PER_PX;
        greeting(annotations, labels);
        annotations.result().turns().stream()
                .filter(turn -> turn.callerEndAtMs() <= untilMs && lastMs(turn) >= fromMs)
                .forEach(turn -> turn(turn, close, labels));
        annotations.result().bargeIns().stream()
                .filter(bargeIn -> bargeIn.onsetAtMs() <= untilMs && bargeIn.onsetAtMs() + REACH_MS >= fromMs)
                .forEach(bargeIn -> bargeIn(bargeIn, labels));
        annotations.result().dtmf().forEach(key -> key(key, labels));
        annotations.clears().stream().filter(clear -> !clear.ofBargeIn()).forEach(clear -> clear(clear, labels));
        if (close) {
            annotations.marks().forEach(mark -> mark(mark, labels));
        }
        labels.removeIf(label -> label.toMs() < fromMs || label.fromMs() > untilMs);
        return labels;
    }

    private static double lastMs(Turn turn) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        return audibleAtMs == null ? turn.callerEndAtMs() : audibleAtMs;
    }

    private static void key(CallResult.Key key, List<TimelineLabel> labels) {
        labels.add(
                TimelineLabel.at(Strip.ABOVE, key.atMs(), TimelineColor.KEY, FIRST, "key " + key.digit(), key.digit()));
    }

    private static void greeting(CallAnnotations annotations, List<TimelineLabel> labels) {
        Double audibleAtMs = annotations.result().greeting().firstAudibleAtMs();
        if (audibleAtMs != null) {
            String ms = ms(audibleAtMs);
            labels.add(new TimelineLabel(
                    Strip.BETWEEN,
                    0,
                    audibleAtMs,
                    List.of("greeting after " + ms, "greeting"),
                    TimelineColor.MUTED,
                    LAST,
                    true));
        }
    }

    private static void turn(Turn turn, boolean close, List<TimelineLabel> labels) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        double endMs = turn.callerEndAtMs();
        if (turn.early()) {
            labels.add(
                    TimelineLabel.at(Strip.BETWEEN, endMs, TimelineColor.ORANGE, FIRST, "answered too early", "early"));
        } else if (turn.overlapped()) {
            labels.add(TimelineLabel.at(
                    Strip.BETWEEN, endMs, TimelineColor.ORANGE, FIRST, "the old answer ran on", "ran on"));
        } else if (ttfaMs != null && audibleAtMs != null) {
            labels.add(ttfa(turn, endMs, audibleAtMs, ttfaMs));
        }
        if (close) {
            labels.add(TimelineLabel.at(Strip.ABOVE, endMs, TimelineColor.CALLER, LAST, "end of speech", "end"));
        }
        if (close && audibleAtMs != null) {
            labels.add(TimelineLabel.at(Strip.BELOW, audibleAtMs, TimelineColor.AGENT, SECOND, "first audible"));
        }
    }

    private static TimelineLabel ttfa(Turn turn, double endMs, double audibleAtMs, double ttfaMs) {
        String words = ms(ttfaMs);
        List<String> texts = turn.judged() ? List.of(words) : List.of(words + " · not judged", words);
        int priority = SECOND + (int) ttfaMs;
        return new TimelineLabel(Strip.BETWEEN, endMs, audibleAtMs, texts, color(turn, ttfaMs), priority, true);
    }

    /** The colour of a turn's TTFA; muted if it was not judged. */
    static TimelineColor color(Turn turn, double ttfaMs) {
        return turn.judged() ? TimelineColor.of(QualityBand.ofTtfaMs(ttfaMs)) : TimelineColor.MUTED;
    }

    private static void bargeIn(BargeIn bargeIn, List<TimelineLabel> labels) {
        Double silenceMs = bargeIn.silenceMs();
        String[] texts = {"barge-in"};
        if (silenceMs != null) {
            String ms = ms(silenceMs);
            texts = new String[] {"barge-in · silent after " + ms, "silent after " + ms, ms};
        } else if (Boolean.FALSE.equals(bargeIn.yielded())) {
            texts = new String[] {"barge-in · did not yield", "did not yield"};
        }
        labels.add(TimelineLabel.at(Strip.ABOVE, bargeIn.onsetAtMs(), color(bargeIn), FIRST, texts));
        Double clearMs = bargeIn.clearMs();
        if (clearMs != null) {
            String discarded = discarded(bargeIn.discardedMs() == null ? 0 : bargeIn.discardedMs());
            labels.add(TimelineLabel.at(
                    Strip.BELOW,
                    bargeIn.onsetAtMs() + clearMs,
                    TimelineColor.CLEAR,
                    FIRST,
                    "clear after " + ms(clearMs) + discarded,
                    "clear" + discarded,
                    "clear"));
        }
    }

    /** The colour for the time in which the agent fell silent. */
    static TimelineColor color(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            return TimelineColor.of(QualityBand.ofSilenceMs(silenceMs));
        }
        return Boolean.FALSE.equals(bargeIn.yielded()) ? TimelineColor.RED : TimelineColor.MUTED;
    }

    private static void clear(CallAnnotations.ClearAnnotation clear, List<TimelineLabel> labels) {
        labels.add(TimelineLabel.at(
                Strip.BELOW,
                clear.atMs(),
                TimelineColor.CLEAR,
                SECOND,
                "clear" + discarded(clear.discardedMs()),
                "clear"));
    }

    private static void mark(CallAnnotations.MarkAnnotation mark, List<TimelineLabel> labels) {
        String name =
                mark.name().length() <= LONGEST_NAME ? mark.name() : mark.name().substring(0, LONGEST_NAME) + "…";
        labels.add(TimelineLabel.at(Strip.BELOW, mark.atMs(), TimelineColor.MUTED, LAST, "mark " + name, "mark"));
    }

    static String discarded(double ms) {
        return ms < 1
                ? ""
                : ms < 1000
                        ? " · " + ms(ms) + " discarded"
                        : String.format(Locale.ROOT, " · %.1f s discarded", ms / 1000);
    }

    static String ms(double ms) {
        return Math.round(ms) + " ms";
    }
}
