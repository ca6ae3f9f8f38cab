package dev.sidetone.ui.latency;

import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line below the figures: their measuring point, and the figures of the last simulated call for comparison. */
public final class MeasuringPointPane extends HBox {
    public MeasuringPointPane(LatencyModel model) {
        getStyleClass().add("measured");
        setAlignment(Pos.CENTER_LEFT);
        Label where = new Label();
        where.setId("measured");
        where.getStyleClass().add("where");
        where.setMinWidth(Region.USE_PREF_SIZE);
        Label meaning = new Label();
        meaning.getStyleClass().add("meaning");
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        model.measuringPointProperty().subscribe(taken -> {
            where.setText(taken.word());
            meaning.setText(taken.meaning());
            Css.mark(this, MeasuringPoint.values(), taken);
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label simulated = new Label("simulated, heard");
        simulated.getStyleClass().addAll("where", "simulated");
        simulated.setMinWidth(Region.USE_PREF_SIZE);
        simulated.setTooltip(new Tooltip("TTFA of the last simulated call, heard at the caller's ear"));
        simulated.visibleProperty().bind(model.comparedProperty().isNotEmpty());
        Label compared = new ElidedLabel("meaning");
        compared.setId("compared");
        compared.textProperty().bind(model.comparedProperty());
        getChildren().addAll(where, meaning, gap, simulated, compared);
    }
}
