package dev.sidetone.ui.latency;

import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import dev.sidetone.ui.selection.ListSelection;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Lists the turns of a call, each with its TTFA as a bar. */
public final class TurnsPane extends VBox {
    /** In a lower pane the list needs all the room. */
    private static final double ROOM_FOR_FOOT_PX = 110;

    private final LatencyModel model;
    private final TurnsView view;
    private final ListView<Turn> list;
    private final TtfaAxis axis = new TtfaAxis();
    private final SplitLegend legend = new SplitLegend();
    private final Region play = new Region();
    private final Region words = column("said", "");
    private final Region remark = column("remark", "");

    public TurnsPane(LatencyModel model, SelectionModel selection) {
        this.model = model;
        view = new TurnsView(model);
        getStyleClass().add("turns-pane");
        list = new ListView<>(model.turns());
        list.setId("turns");
        list.setAccessibleText("Turns");
        list.setAccessibleHelp("Enter or a double click shows a turn in the timeline");
        ListSelection<Turn> rows =
                new ListSelection<>(list, selection, Selection.Kind.TURN, (turn, index) -> part(turn));
        list.setCellFactory(cells -> {
            TurnCell cell = new TurnCell(view);
            rows.mark(cell);
            return cell;
        });
        list.setPlaceholder(placeholder());
        list.setFixedCellSize(28);
        VBox.setVgrow(list, Priority.ALWAYS);
        play.getStyleClass().add("play");
        HBox ruler = new HBox(play, column("number", ""), words, axis, column("time", "ms"), remark);
        ruler.getStyleClass().addAll("turn", "ruler");
        HBox.setHgrow(axis, Priority.ALWAYS);
        list.widthProperty().addListener(resized -> refresh());
        model.waitingProperty().addListener(change -> refresh());
        model.wordsProperty().addListener(change -> refresh());
        model.baselineProperty().addListener((property, before, now) -> fit());
        model.turns().addListener((ListChangeListener<Turn>) change -> fit());
        Label foot = foot(model);
        heightProperty().subscribe(height -> show(foot, height.doubleValue() >= ROOM_FOR_FOOT_PX));
        getChildren().addAll(head(model), ruler, list, foot);
        refresh();
    }

    /** Gives each turn a button that plays it with {@code sound}. */
    public void onPlay(Consumer<Turn> sound) {
        view.playWith(sound);
        refresh();
    }

    private static Selection part(Turn turn) {
        Double audibleMs = turn.firstAudibleAtMs();
        double toMs = audibleMs == null ? turn.callerEndAtMs() : Math.max(turn.callerEndAtMs(), audibleMs);
        return new Selection(Selection.Kind.TURN, turn.turn(), turn.callerStartAtMs(), toMs);
    }

    private void fit() {
        if (view.fit()) {
            axis.show(view.scale());
        }
        refresh();
        list.scrollTo(model.turns().size() - 1);
    }

    /** The columns depend on all rows together: those without anything in them give their room to the bars. */
    private void refresh() {
        show(play, view.player() != null);
        size(words, view.wordsPx(list.getWidth()));
        size(remark, view.remarkPx());
        show(legend, view.isSplit());
        list.refresh();
    }

    /** Gives a column a width; 0 hides it. */
    static void size(Region column, double px) {
        column.setMinWidth(px);
        column.setMaxWidth(px);
        show(column, px > 0);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Node head(LatencyModel model) {
        Label doubt = new Label();
        doubt.setId("doubt");
        doubt.getStyleClass().add("doubt");
        doubt.setMinWidth(Region.USE_PREF_SIZE);
        doubt.textProperty().bind(model.doubtProperty());
        doubt.setTooltip(new Tooltip("Not judged: this machine was more than " + Thresholds.LATE_AT_EAR_MS
                + " ms late on the way, so the time says more of it than of the agent."
                + "\nSuch a turn is shown and never counted. Below " + Thresholds.RELIABLE_PERCENT
                + " % judged the line is not reliable, nor with more than " + Thresholds.UNRELIABLE_FRAMES_PERCENT
                + " % of the frames not sent or over " + Thresholds.LATE_FRAME_MS + " ms late."));
        doubt.visibleProperty().bind(model.doubtProperty().isNotEmpty());
        doubt.managedProperty().bind(doubt.visibleProperty());
        FlowPane head = new FlowPane(legend, doubt);
        head.getStyleClass().add("turns-head");
        head.visibleProperty().bind(legend.visibleProperty().or(doubt.visibleProperty()));
        head.managedProperty().bind(head.visibleProperty());
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
