package dev.sidetone.ui.latency;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import dev.sidetone.simulator.timeline.Thresholds;
import dev.sidetone.ui.fx.Css;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Shows one turn: its number, the caller's words where they are known, its TTFA bar, its time and a remark. */
final class TurnCell extends ListCell<Turn> {
    private static final PseudoClass UNJUDGED = PseudoClass.getPseudoClass("unjudged");
    private static final PseudoClass CHANGE = PseudoClass.getPseudoClass("change");

    private final TurnsView view;
    private final Button play = new Button(null, new FontIcon(Material2MZ.PLAY_ARROW));
    private final Label number = new Label();
    private final Label words = new Label();
    private final TtfaBar bar = new TtfaBar();
    private final Label time = new Label();
    private final Label remark = new Label();
    private final Tooltip allWords = new Tooltip();
    private final Tooltip reason = new Tooltip();
    private final HBox row = new HBox(play, number, words, bar, time, remark);

    TurnCell(TurnsView view) {
        this.view = view;
        play.getStyleClass().addAll("play", Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        play.setFocusTraversable(false);
        play.setOnAction(pressed -> play());
        number.getStyleClass().add("number");
        words.getStyleClass().add("said");
        words.setTooltip(allWords);
        time.getStyleClass().add("time");
        remark.getStyleClass().add("remark");
        remark.setTooltip(reason);
        row.getStyleClass().add("turn");
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(bar, Priority.ALWAYS);
        setPrefWidth(0);
    }

    private void play() {
        Consumer<Turn> player = view.player();
        if (player != null && getItem() != null) {
            player.accept(getItem());
        }
    }

    @Override
    protected void updateItem(@Nullable Turn turn, boolean empty) {
        super.updateItem(turn, empty);
        if (empty || turn == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        show(play, view.player() != null);
        play.setAccessibleText("Play turn " + turn.turn());
        number.setText(String.valueOf(turn.turn()));
        String said = view.words(turn);
        TurnsPane.size(words, view.wordsPx(getListView().getWidth()));
        words.setText(said.isEmpty() ? "" : "“" + said + "”");
        allWords.setText(words.getText());
        bar.show(turn, view.scale());
        bar.compare(view.baseline().ttfaMs(turn.turn()));
        Double ttfaMs = turn.ttfaMs();
        time.setText(ttfaMs == null ? "" : String.valueOf(Math.round(ttfaMs)));
        time.pseudoClassStateChanged(UNJUDGED, !turn.judged());
        Css.mark(time, QualityBand.values(), ttfaMs == null || !turn.judged() ? null : QualityBand.ofTtfaMs(ttfaMs));
        TurnsPane.size(remark, view.remarkPx());
        remark.setText(view.remark(turn));
        remark.pseudoClassStateChanged(CHANGE, isPlain(turn));
        reason.setText(turn.judged() ? remark.getText() : reason());
        setAccessibleText("Turn " + turn.turn() + (said.isEmpty() ? "" : ", " + said)
                + (ttfaMs == null ? "" : ", " + Math.round(ttfaMs) + " milliseconds") + ", " + remark.getText());
        setGraphic(row);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String reason() {
        return "Not judged, not counted: this machine was more than " + Thresholds.LATE_AT_EAR_MS
                + " ms late on the way,\nso the time says more of it than of the agent.";
    }

    /** What has to be said of a turn; empty of one that is as it should be. */
    static String remark(Turn turn, int waiting) {
        if (!turn.judged()) {
            return "machine late: not judged";
        }
        if (turn.early()) {
            return "early: no time";
        }
        if (turn.overlapped()) {
            return "overlapped: no time";
        }
        if (isPlain(turn)) {
            return "";
        }
        return turn.turn() == waiting ? "waiting…" : "no answer";
    }

    /** Whether nothing is to be said of the turn but its time. */
    static boolean isPlain(Turn turn) {
        return turn.judged() && !turn.early() && !turn.overlapped() && turn.ttfaMs() != null;
    }
}
