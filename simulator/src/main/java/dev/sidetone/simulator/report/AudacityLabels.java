package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.BargeIn;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes the moments of a call as a label track of Audacity, which lies on the call's sound: start and end in seconds from its first sample and
 * a text, separated by tabs. Stateless.
 */
public final class AudacityLabels {
    /** A label of the track; its end is its start for a moment. */
    private record Label(double fromMs, double toMs, String text) {}

    private AudacityLabels() {}

    /** The whole file; {@code soundAtMs} is the instant of the sound's first sample on the call's own clock. */
    public static String of(CallResult result, List<CallTrace.Said> said, double soundAtMs) {
        List<Label> labels = new ArrayList<>();
        Double greetingMs = result.greeting().firstAudibleAtMs();
        if (greetingMs != null && greetingMs >= 0) {
            labels.add(new Label(0, greetingMs, "greeting after " + Figures.wholeMs(greetingMs)));
        }
        TurnWords words = TurnWords.of(result.turns(), said);
        for (int i = 0; i < result.turns().size(); i++) {
            turn(result.turns().get(i), words.text(i, true), labels);
        }
        said.stream()
                .filter(one -> !TurnWords.isCaller(one))
                .forEach(one -> moment(one.atMs(), "agent: " + one.text(), labels));
        result.bargeIns().forEach(bargeIn -> bargeIn(bargeIn, labels));
        result.dtmf().forEach(key -> moment(key.atMs(), "key " + key.digit(), labels));
        result.findings()
                .forEach(finding -> moment(finding.atMs(), finding.severity().word() + " " + finding.code(), labels));
        labels.sort(Comparator.comparingDouble(Label::fromMs));
        StringBuilder track = new StringBuilder();
        labels.forEach(label -> track.append(line(label, soundAtMs)));
        return track.toString();
    }

    private static void turn(Turn turn, String words, List<Label> labels) {
        String spoken = words.isEmpty() ? "" : ": " + words;
        labels.add(new Label(turn.callerStartAtMs(), turn.callerEndAtMs(), "turn " + turn.turn() + spoken));
        Double audibleAtMs = turn.firstAudibleAtMs();
        Double ttfaMs = turn.ttfaMs();
        if (audibleAtMs != null && ttfaMs != null) {
            String judged = turn.judged() ? "" : ", not judged";
            labels.add(new Label(turn.callerEndAtMs(), audibleAtMs, "TTFA " + Figures.wholeMs(ttfaMs) + judged));
        } else {
            moment(turn.callerEndAtMs(), TurnTable.whyNot(turn), labels);
        }
    }

    private static void bargeIn(BargeIn bargeIn, List<Label> labels) {
        Double silenceMs = bargeIn.silenceMs();
        String text = silenceMs == null ? "barge-in" : "barge-in, silent after " + Figures.wholeMs(silenceMs);
        double toMs = bargeIn.onsetAtMs() + (silenceMs == null ? 0 : silenceMs);
        labels.add(new Label(bargeIn.onsetAtMs(), toMs, text));
        Double clearMs = bargeIn.clearMs();
        if (clearMs != null) {
            String discarded =
                    bargeIn.discardedMs() == null ? "" : ", " + Figures.wholeMs(bargeIn.discardedMs()) + " discarded";
            moment(bargeIn.onsetAtMs() + clearMs, "clear" + discarded, labels);
        }
    }

    private static void moment(@Nullable Double atMs, String text, List<Label> labels) {
        if (atMs != null) {
            labels.add(new Label(atMs, atMs, text));
        }
    }

    private static String line(Label label, double soundAtMs) {
        double from = Math.max(0, label.fromMs - soundAtMs) / 1000;
        double to = Math.max(0, label.toMs - soundAtMs) / 1000;
        return String.format(Locale.ROOT, "%.6f\t%.6f\t%s\n", from, to, ForeignText.line(label.text));
    }
}
