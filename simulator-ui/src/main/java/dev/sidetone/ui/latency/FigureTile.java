package dev.sidetone.ui.latency;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Shows one figure, with its caption above and its origin below; figures up to 99 s fit into 100 px. */
public final class FigureTile extends VBox {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass NOT_JUDGED = PseudoClass.getPseudoClass("not-judged");
    /** As in "1222 ms". */
    private static final int USUAL_CHARS = 7;

    private final Label value = new Label();
    private final Label detail = new ElidedLabel("detail");

    /** Creates a tile without a figure; the labels have the ids {@code id} and {@code id-detail}. */
    public FigureTile(String id, String caption, String meaning) {
        getStyleClass().add("tile");
        Label title = new Label(caption);
        title.getStyleClass().add("title");
        value.setId(id);
        value.getStyleClass().add("value");
        detail.setId(id + "-detail");
        getChildren().addAll(title, value, detail);
        setMinWidth(0);
        setPrefWidth(0);
        Tooltip.install(this, new Tooltip(meaning));
    }

    /** Shows below the figure how it differs from that of another call; nothing while {@code change} is empty. */
    void compare(ObservableStringValue change) {
        Label compared = new Label();
        compared.setId(value.getId() + "-change");
        compared.getStyleClass().add("change");
        compared.textProperty().bind(change);
        compared.visibleProperty().bind(Bindings.isNotEmpty(change));
        compared.managedProperty().bind(compared.visibleProperty());
        getChildren().add(compared);
    }

    /** Shows a figure, in smaller type where it is long. */
    public void show(Tile figure) {
        value.setText(figure.value());
        value.pseudoClassStateChanged(LONG, figure.value().length() > USUAL_CHARS);
        detail.setText(figure.detail());
        pseudoClassStateChanged(NOT_JUDGED, !figure.judged());
        Css.mark(this, QualityBand.values(), figure.band());
    }
}
