package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.Severity;
import java.util.List;

/** Formats the findings of a call for the terminal: what was found, where, how often, and its cure. */
final class FindingLines {
    private static final int TEXT_COLUMNS = 84;

    private final TerminalColours paint;

    FindingLines(TerminalColours paint) {
        this.paint = paint;
    }

    String of(List<ReportedFinding> findings) {
        StringBuilder text = new StringBuilder();
        List<FindingGroup> all = FindingGroup.of(findings);
        for (int i = 0; i < all.size(); i++) {
            FindingGroup folded = all.get(i);
            ReportedFinding found = folded.first();
            String code = found.severity().word() + " " + found.code();
            QualityBand band = found.severity() == Severity.ERROR ? QualityBand.RED : QualityBand.AMBER;
            text.append("  ")
                    .append(paint.in(band, code))
                    .append(folded.where())
                    .append('\n');
            wrapped(text, found.what());
            if (i + 1 == all.size() || !all.get(i + 1).hasTheCureOf(folded)) {
                wrapped(text, "Cure: " + found.cure());
            }
        }
        return text.toString();
    }

    private static void wrapped(StringBuilder text, String sentence) {
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split("\\s+", -1)) {
            if (line.length() + word.length() >= TEXT_COLUMNS) {
                text.append("    ").append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        text.append("    ").append(line.toString().stripTrailing()).append('\n');
    }
}
