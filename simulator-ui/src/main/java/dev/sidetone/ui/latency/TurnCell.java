package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.Figures;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** Shows one turn: its number, its TTFA bar, its time and a remark. */
final class TurnCell extends ListCell<Turn> {
    private final Label number = new Label();
    private final TtfaBar bar = new TtfaBar();
    private final Label time = new Label();
    private final Label remark = new Label();
    private final HBox row = new HBox(number, bar, time, remark);
    private final Tooltip parts = new Tooltip();
    private final Supplier<TtfaScale> scale;
    private final IntSupplier waiting;

    TurnCell(Supplier<TtfaScale> scale, IntSupplier waiting) {
        this.scale = scale;
        this.waiting = waiting;
        number.getStyleClass().add("number");
        time.getStyleClass().add("time");
        remark.getStyleClass().add("remark");
        row.getStyleClass().add("turn");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Turn turn, boolean empty) {
        super.updateItem(turn, empty);
        if (empty || turn == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        number.setText(String.valueOf(turn.turn()));
        bar.show(turn.ttfaMs(), turn.judged(), scale.get());
        time.setText(turn.ttfaMs() == null ? Figures.UNKNOWN : String.valueOf(Math.round(turn.ttfaMs())));
        remark.setText(remark(turn));
        parts.setText(breakdown(turn));
        setTooltip(parts);
        setGraphic(row);
    }

    private String remark(Turn turn) {
        if (!turn.judged()) {
            return "not judged";
        }
        if (turn.early()) {
            return "early";
        }
        if (turn.overlapped()) {
            return "overlapped";
        }
        if (turn.ttfaMs() != null) {
            return "";
        }
        return turn.turn() == waiting.getAsInt() ? "waiting…" : "no answer";
    }

    /** Returns the known parts of the time as text. */
    private static String breakdown(Turn turn) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "Caller spoke " + Figures.clock(turn.callerStartAtMs()) + " – " + Figures.clock(turn.callerEndAtMs()));
        Parts part = turn.parts();
        add(lines, "the agent notices the end", part.endpointingMs());
        add(lines, "agent, until its first audio", part.agentMs());
        add(lines, "bridge", part.bridgeMs());
        add(lines, "line", part.lineMs());
        add(lines, "wait for the next 20 ms tick", part.playoutMs());
        add(lines, "quiet start of the answer", part.leadingSilenceMs());
        if (!turn.judged()) {
            lines.add("Not judged, not counted: this machine was more than " + Thresholds.LATE_AT_EAR_MS
                    + " ms late on the way");
        }
        if (turn.early()) {
            lines.add("The agent began before the caller had finished");
        }
        if (turn.overlapped()) {
            lines.add("The old answer ran on past the caller's end");
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String what, @Nullable Double ms) {
        if (ms != null) {
            lines.add(Figures.ms(ms) + "  " + what);
        }
    }
}
