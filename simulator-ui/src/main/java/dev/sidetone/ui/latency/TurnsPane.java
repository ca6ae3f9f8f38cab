package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows every turn of a call as a bar. */
public final class TurnsPane extends VBox {
    private final ListView<Turn> list;
    private final TtfaAxis axis = new TtfaAxis();
    private TtfaScale scale = TtfaScale.reaching(0);

    public TurnsPane(LatencyModel model) {
        getStyleClass().addAll("turns-pane", "card");
        list = new ListView<>(model.turns());
        list.setId("turns");
        list.setCellFactory(view -> new TurnCell(() -> scale, model.waitingProperty()::get));
        list.setPlaceholder(placeholder());
        list.setFixedCellSize(26);
        list.setFocusTraversable(false);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox ruler = new HBox(column("number", ""), axis, column("time", "ms"), column("remark", ""));
        ruler.getStyleClass().add("turn");
        HBox.setHgrow(axis, Priority.ALWAYS);
        model.waitingProperty().addListener(change -> list.refresh());
        model.turns().addListener((ListChangeListener<Turn>) change -> fit(model));
        getChildren().addAll(head(model), ruler, list, foot(model));
    }

    private void fit(LatencyModel model) {
        double slowestMs = model.turns().stream()
                .mapToDouble(turn -> turn.ttfaMs() == null ? 0 : turn.ttfaMs())
                .max()
                .orElse(0);
        TtfaScale fitting = TtfaScale.reaching(slowestMs);
        if (!fitting.equals(scale)) {
            scale = fitting;
            axis.show(scale);
            list.refresh();
        }
        list.scrollTo(model.turns().size() - 1);
    }

    private static Node head(LatencyModel model) {
        Label title = new Label("Turns");
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label doubt = new Label();
        doubt.setId("doubt");
        doubt.getStyleClass().add("doubt");
        doubt.textProperty().bind(model.doubtProperty());
        doubt.visibleProperty().bind(model.doubtProperty().isNotEmpty());
        doubt.setTooltip(new Tooltip("Not judged: this machine was more than " + Thresholds.LATE_AT_EAR_MS
                + " ms late on the way, so the time says more of it than of the agent."
                + "\nSuch a turn is shown and never counted. Below " + Thresholds.RELIABLE_PERCENT
                + " % judged the line is not reliable, nor with more than " + Thresholds.UNRELIABLE_FRAMES_PERCENT
                + " % of the frames not sent or over " + Thresholds.LATE_FRAME_MS + " ms late."));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, doubt);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Region column(String name, String head) {
        Label column = new Label(head);
        column.getStyleClass().add(name);
        return column;
    }

    private static Label placeholder() {
        Label label = new Label("Here comes how long the caller waits for each answer.");
        label.getStyleClass().add("placeholder");
        label.setWrapText(true);
        return label;
    }

    private static Label foot(LatencyModel model) {
        Label label = new Label();
        model.measuringPointProperty().subscribe(where -> label.setText(where.remark()));
        label.getStyleClass().add("foot");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
