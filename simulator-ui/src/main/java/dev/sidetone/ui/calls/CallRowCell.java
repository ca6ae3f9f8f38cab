package dev.sidetone.ui.calls;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** One call in the list: whom it reached and how long it took, when and who spoke, its median in its colour and its findings. */
final class CallRowCell extends ListCell<CallRow> {
    private static final PseudoClass IN_VIEW = PseudoClass.getPseudoClass("in-view");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final Label title = new ElidedLabel("title");
    private final Label duration = label("duration");
    private final FontIcon star = new FontIcon(Material2MZ.STAR);
    private final Label time = label("when");
    private final Label detail = new ElidedLabel("when");
    private final Label median = label("median");
    private final Label findings = label("findings");
    private final VBox row = new VBox(line(title, gap(), star, duration), line(time, detail, gap(), median, findings));
    private final Predicate<CallRow> inView;
    private final Predicate<CallRow> baseline;

    /**
     * @param inView tells the call in view
     * @param baseline tells the call with which others are compared
     */
    CallRowCell(Predicate<CallRow> inView, Predicate<CallRow> baseline) {
        this.inView = inView;
        this.baseline = baseline;
        row.getStyleClass().add("call-line");
        star.getStyleClass().add("star");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CallRow call, boolean empty) {
        super.updateItem(call, empty);
        if (empty || call == null) {
            setGraphic(null);
            setAccessibleText(null);
            pseudoClassStateChanged(IN_VIEW, false);
            return;
        }
        boolean pinned = baseline.test(call);
        title.setText(call.title());
        duration.setText(call.duration());
        String more = pinned ? "baseline" : call.detail();
        time.setText(more.isEmpty() ? call.time() : call.time() + " ·");
        detail.setText(more);
        median.setText(call.median());
        Css.mark(median, QualityBand.values(), call.band());
        findings.setText(String.valueOf(call.findings()));
        shown(findings, call.findings() > 0);
        findings.pseudoClassStateChanged(FAILED, call.failed());
        shown(star, call.isKept() || pinned);
        pseudoClassStateChanged(RUNNING, call.running());
        pseudoClassStateChanged(IN_VIEW, inView.test(call));
        setAccessibleText(call.spoken() + (pinned ? ", baseline" : ""));
        setGraphic(row);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox line(Node... content) {
        HBox line = new HBox(content);
        line.getStyleClass().add("line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
