package dev.sidetone.ui.wire;

import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pins findings to the messages that show them: by their number on the stream, and on the latest stream that began before. */
final class FramePins {
    /** A message and its finding may be stamped on two threads. */
    private static final double SAME_MOMENT_MS = 100;

    private final Map<Long, List<ReportedFinding>> byRow = new HashMap<>();
    private List<ReportedFinding> findings = List.of();
    private List<ReportedFinding> unpinned = new ArrayList<>();

    /** Takes the call's findings and all its rows; returns whether a pin changed. */
    boolean show(List<ReportedFinding> all, List<WireRow> rows) {
        if (all.equals(findings)) {
            return false;
        }
        boolean grown =
                all.size() >= findings.size() && all.subList(0, findings.size()).equals(findings);
        if (!grown) {
            clear();
        }
        List<ReportedFinding> found = all.subList(findings.size(), all.size());
        unpinned.addAll(pin(found, rows));
        findings = List.copyOf(all);
        return true;
    }

    /** Takes rows that are new; returns whether one was pinned. */
    boolean add(List<WireRow> rows) {
        List<ReportedFinding> left = rows.isEmpty() ? unpinned : pin(unpinned, rows);
        boolean pinned = left.size() < unpinned.size();
        unpinned = left;
        return pinned;
    }

    void clear() {
        findings = List.of();
        unpinned = new ArrayList<>();
        byRow.clear();
    }

    /** Pins to the latest row that fits; returns the findings for which there is none yet. */
    private List<ReportedFinding> pin(List<ReportedFinding> found, List<WireRow> rows) {
        List<ReportedFinding> left = new ArrayList<>();
        for (ReportedFinding finding : found) {
            int row = finding.frame() == null ? -1 : rows.size() - 1;
            while (row >= 0 && !shows(rows.get(row), finding)) {
                row--;
            }
            if (row >= 0) {
                byRow.computeIfAbsent(rows.get(row).id(), none -> new ArrayList<>())
                        .add(finding);
            } else if (finding.frame() != null) {
                left.add(finding);
            }
        }
        return left;
    }

    private static boolean shows(WireRow row, ReportedFinding finding) {
        Long frame = finding.frame();
        Double foundMs = finding.atMs();
        Double fromMs = row.fromMs();
        return frame != null
                && row.wire() == Wire.TWILIO
                && !row.toAgent()
                && row.holds(frame)
                && (foundMs == null || fromMs == null || fromMs <= foundMs + SAME_MOMENT_MS);
    }

    /** The findings that the row's messages show. */
    List<ReportedFinding> of(WireRow row) {
        return byRow.getOrDefault(row.id(), List.of());
    }
}
