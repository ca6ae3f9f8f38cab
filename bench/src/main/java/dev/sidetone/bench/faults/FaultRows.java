package dev.sidetone.bench.faults;

import java.util.ArrayList;
import java.util.List;

/** The registry of faults and attacks: every row there is, in the order of the page. */
final class FaultRows {
    private static final List<FaultRow> ALL = collect();

    private FaultRows() {}

    static List<FaultRow> all() {
        return ALL;
    }

    private static List<FaultRow> collect() {
        List<FaultRow> rows = new ArrayList<>();
        rows.addAll(StrangerRows.ROWS);
        rows.addAll(PressureRows.ROWS);
        return List.copyOf(rows);
    }
}
