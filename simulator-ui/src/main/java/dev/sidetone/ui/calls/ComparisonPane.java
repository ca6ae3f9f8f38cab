package dev.sidetone.ui.calls;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Says with which call the one in view is compared, and ends that; hidden while nothing is compared. */
public final class ComparisonPane extends HBox {
    public ComparisonPane(ComparisonModel model) {
        getStyleClass().add("comparison");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        Label with = new ElidedLabel("with");
        with.setId("compared-with");
        Button end = new Button(null, new FontIcon(Material2AL.CLOSE));
        end.setId("compare-end");
        end.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        end.setMinWidth(Region.USE_PREF_SIZE);
        end.setAccessibleText("End the comparison");
        end.setTooltip(new Tooltip("End the comparison"));
        end.setOnAction(pressed -> model.unpin());
        getChildren().addAll(with, end);
        model.baselineProperty().subscribe(pinned -> {
            with.setText(pinned == null ? "" : "Compare: " + pinned.name());
            setVisible(pinned != null);
            setManaged(pinned != null);
        });
    }
}
