package dev.sidetone.ui.findings;

import dev.sidetone.simulator.findings.FindingPage;
import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/**
 * A finding as the list shows it. Immutable.
 *
 * @param index its place among the call's findings
 */
record FindingRow(int index, ReportedFinding finding, FindingPage page) {
    static FindingRow of(int index, ReportedFinding finding) {
        return new FindingRow(index, finding, FindingPage.of(finding.code()));
    }

    /** The finding as a part of the call; null of one that was found before the call's clock ran. */
    @Nullable
    Selection part() {
        Double atMs = finding.atMs();
        return atMs == null ? null : Selection.moment(Selection.Kind.FINDING, index, atMs);
    }

    /** Its moment and its message, as far as they are known. */
    String where() {
        String when = finding.atMs() == null ? "before the call's clock ran" : Figures.clock(finding.atMs());
        return finding.frame() == null ? when : when + " · message " + finding.frame();
    }

    /** All that is known of it, as lines to be passed on. */
    String text() {
        String cause = page.cause().isEmpty() ? "" : "\nUsual cause: " + page.cause();
        return finding.severity().word() + " " + finding.code() + " (" + where() + "): " + finding.what() + cause
                + "\nCure: " + finding.cure() + "\nSee: " + page.address();
    }
}
