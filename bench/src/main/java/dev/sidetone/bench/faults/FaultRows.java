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
        rows.addAll(TrustRows.ROWS);
        rows.addAll(PressureRows.ROWS);
        rows.addAll(OrderRows.ROWS);
        rows.addAll(TextRows.ROWS);
        rows.addAll(CostRows.ROWS);
        rows.addAll(ForeignFileRows.ROWS);
        rows.addAll(StandstillRows.ROWS);
        rows.addAll(NetworkRows.ROWS);
        rows.addAll(RecordingRows.ROWS);
        return List.copyOf(rows);
    }
}
