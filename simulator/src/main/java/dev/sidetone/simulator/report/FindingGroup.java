package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A group of findings that differ in their figures alone, of which a reader needs the first and the count. Of one code no more than {@value
 * #MOST_TEXTS} groups are shown; further texts are counted with the last of them. Immutable.
 *
 * @param first the first of them
 * @param last the last of them, which is the first if there is one only
 * @param times how many there were, with those of other texts
 * @param others how many of them have another text
 */
public record FindingGroup(ReportedFinding first, ReportedFinding last, int times, int others) {
    private static final int MOST_TEXTS = 5;

    /** A word with a digit in it: a figure, a name of one call or one of its streams. */
    private static final Pattern FIGURE = Pattern.compile("(?<!\\S)[^\\s\\d]*+\\d\\S*");

    /** Folds them, those of one code together, in the order of the first ones. */
    public static List<FindingGroup> of(List<ReportedFinding> findings) {
        Map<String, Map<String, FindingGroup>> byCode = new LinkedHashMap<>();
        for (ReportedFinding found : findings) {
            Map<String, FindingGroup> texts =
                    byCode.computeIfAbsent(found.severity().word() + " " + found.code(), code -> new LinkedHashMap<>());
            fold(found, texts);
        }
        return byCode.values().stream()
                .flatMap(texts -> texts.values().stream())
                .toList();
    }

    private static void fold(ReportedFinding found, Map<String, FindingGroup> texts) {
        String text = FIGURE.matcher(found.what()).replaceAll("#");
        boolean other = !texts.containsKey(text) && texts.size() == MOST_TEXTS;
        String under = other ? new ArrayList<>(texts.keySet()).get(MOST_TEXTS - 1) : text;
        texts.merge(
                under,
                new FindingGroup(found, found, 1, other ? 1 : 0),
                (before, one) ->
                        new FindingGroup(before.first, one.last, before.times + 1, before.others + one.others));
    }

    /** The codes of {@code findings} with their severity and, where there is more than one, their number; {@code none} without any. */
    static String counted(List<ReportedFinding> findings) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        findings.forEach(found -> counts.merge(found.severity().word() + " " + found.code(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((what, count) -> parts.add(count == 1 ? what : what + " × " + count));
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }

    /** Whether one cure serves for both, so that a reader need not read it twice. */
    public boolean hasTheCureOf(FindingGroup other) {
        return first.code().equals(other.first.code()) && first.cure().equals(other.first.cure());
    }

    /** The time, the message and the count. */
    public String where() {
        String at = first.atMs() == null ? "" : " at " + Figures.clock(first.atMs());
        String message = first.frame() == null ? "" : ", message " + first.frame();
        if (times == 1) {
            return at + message;
        }
        String until = last.atMs() == null ? "" : ", last at " + Figures.clock(last.atMs());
        String said = others == 0 ? "" : ", " + others + " in other words: --json has them all";
        return at + message + " · " + times + " times" + until + said;
    }
}
