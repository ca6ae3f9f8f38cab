package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.report.Band;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.ui.timeline.Label.Strip;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Signs put into words, as many as their scale has room for. Stateless. */
final class SignLabels {
    /** Marks are drawn, and edges of speech named, from this scale on. */
    static final double CLOSE_MS_PER_PX = 6;

    private static final int FIRST = 1_000_000;
    private static final int SECOND = 1_000;
    private static final int LAST = 1;
    private static final double REACH_MS = 10_000;
    private static final int LONGEST_NAME = 28;

    private SignLabels() {}

    /** The labels of all signs between two moments. */
    static List<Label> of(CallSigns signs, double fromMs, double untilMs, double msPerPx) {
        List<Label> labels = new ArrayList<>();
        boolean close = msPerPx <= CLOSE_MS_PER_PX;
        greeting(signs, labels);
        signs.result().turns().stream()
                .filter(turn -> turn.callerEndAtMs() <= untilMs && lastMs(turn) >= fromMs)
                .forEach(turn -> turn(turn, close, labels));
        signs.result().bargeIns().stream()
                .filter(bargeIn -> bargeIn.onsetAtMs() <= untilMs && bargeIn.onsetAtMs() + REACH_MS >= fromMs)
                .forEach(bargeIn -> bargeIn(bargeIn, labels));
        signs.result().dtmf().forEach(key -> key(key, labels));
        signs.clears().stream().filter(clear -> !clear.ofBargeIn()).forEach(clear -> clear(clear, labels));
        if (close) {
            signs.marks().forEach(mark -> mark(mark, labels));
        }
        labels.removeIf(label -> label.toMs() < fromMs || label.fromMs() > untilMs);
        return labels;
    }

    private static double lastMs(Turn turn) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        return audibleAtMs == null ? turn.callerEndAtMs() : audibleAtMs;
    }

    private static void key(CallResult.Key key, List<Label> labels) {
        labels.add(Label.at(Strip.ABOVE, key.atMs(), Ink.KEY, SECOND, "key " + key.digit(), key.digit()));
    }

    private static void greeting(CallSigns signs, List<Label> labels) {
        Double audibleAtMs = signs.result().greeting().firstAudibleAtMs();
        if (audibleAtMs != null) {
            String ms = ms(audibleAtMs);
            labels.add(new Label(
                    Strip.BETWEEN, 0, audibleAtMs, List.of("greeting after " + ms, "greeting"), Ink.MUTED, LAST));
        }
    }

    private static void turn(Turn turn, boolean close, List<Label> labels) {
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        double endMs = turn.callerEndAtMs();
        if (turn.early()) {
            labels.add(Label.at(Strip.BETWEEN, endMs, Ink.ORANGE, FIRST, "answered too early", "early"));
        } else if (turn.overlapped()) {
            labels.add(Label.at(Strip.BETWEEN, endMs, Ink.ORANGE, FIRST, "the old answer ran on", "ran on"));
        } else if (ttfaMs != null && audibleAtMs != null) {
            labels.add(ttfa(turn, endMs, audibleAtMs, ttfaMs));
        }
        if (close) {
            labels.add(Label.at(Strip.ABOVE, endMs, Ink.CALLER, LAST, "end of speech", "end"));
        }
        if (close && audibleAtMs != null) {
            labels.add(Label.at(Strip.BELOW, audibleAtMs, Ink.AGENT, SECOND, "first audible"));
        }
    }

    private static Label ttfa(Turn turn, double endMs, double audibleAtMs, double ttfaMs) {
        String words = ms(ttfaMs);
        List<String> texts = turn.judged() ? List.of(words) : List.of(words + " · not judged", words);
        return new Label(Strip.BETWEEN, endMs, audibleAtMs, texts, ink(turn, ttfaMs), SECOND + (int) ttfaMs);
    }

    /** The colour of a turn's TTFA; one that could not be judged has none. */
    static Ink ink(Turn turn, double ttfaMs) {
        return turn.judged() ? Ink.of(Band.ofTtfaMs(ttfaMs)) : Ink.MUTED;
    }

    private static void bargeIn(BargeIn bargeIn, List<Label> labels) {
        Double silenceMs = bargeIn.silenceMs();
        String[] texts = {"barge-in"};
        if (silenceMs != null) {
            String ms = ms(silenceMs);
            texts = new String[] {"barge-in · silent after " + ms, "silent after " + ms, ms};
        } else if (Boolean.FALSE.equals(bargeIn.yielded())) {
            texts = new String[] {"barge-in · did not yield", "did not yield"};
        }
        labels.add(Label.at(Strip.ABOVE, bargeIn.onsetAtMs(), ink(bargeIn), FIRST, texts));
        Double clearMs = bargeIn.clearMs();
        if (clearMs != null) {
            String discarded = discarded(bargeIn.discardedMs() == null ? 0 : bargeIn.discardedMs());
            labels.add(Label.at(
                    Strip.BELOW,
                    bargeIn.onsetAtMs() + clearMs,
                    Ink.CLEAR,
                    FIRST,
                    "clear after " + ms(clearMs) + discarded,
                    "clear" + discarded,
                    "clear"));
        }
    }

    /** The colour of how fast the agent fell silent. */
    static Ink ink(BargeIn bargeIn) {
        Double silenceMs = bargeIn.silenceMs();
        if (silenceMs != null) {
            return Ink.of(Band.ofSilenceMs(silenceMs));
        }
        return Boolean.FALSE.equals(bargeIn.yielded()) ? Ink.RED : Ink.MUTED;
    }

    private static void clear(CallSigns.Clear clear, List<Label> labels) {
        labels.add(Label.at(
                Strip.BELOW, clear.atMs(), Ink.CLEAR, SECOND, "clear" + discarded(clear.discardedMs()), "clear"));
    }

    private static void mark(CallSigns.Mark mark, List<Label> labels) {
        String name =
                mark.name().length() <= LONGEST_NAME ? mark.name() : mark.name().substring(0, LONGEST_NAME) + "…";
        labels.add(Label.at(Strip.BELOW, mark.atMs(), Ink.MUTED, LAST, "mark " + name, "mark"));
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
