package dev.sidetone.ui.call;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.ElidedLabel;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The button that opens a call's options, with those that are set in one line beside their reset button. */
final class OptionsFold extends VBox {
    OptionsFold(OptionsModel options, Runnable open) {
        getStyleClass().add("options-fold");
        Button more = new Button("More…", new FontIcon(Material2MZ.TUNE));
        more.setId("more");
        more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        more.setTooltip(new Tooltip("Public address, numbers, token, line faults and all else that the command takes"));
        more.setOnAction(pressed -> open.run());
        StringBinding summary = OptionsSummary.of(options);
        Label set = new ElidedLabel("options-set");
        set.setId("options-set");
        set.textProperty().bind(summary);
        HBox.setHgrow(set, Priority.ALWAYS);
        Button reset = new Button(null, new FontIcon(Material2AL.CLOSE));
        reset.setId("options-reset");
        reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        reset.setAccessibleText("Reset all options");
        reset.setTooltip(new Tooltip("Reset all options"));
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(pressed -> options.reset());
        HBox line = new HBox(set, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(summary.isNotEmpty());
        line.managedProperty().bind(summary.isNotEmpty());
        Label wrong = new Label();
        wrong.textProperty().bind(Bindings.concat("Wrong: ", options.wrongBinding()));
        wrong.setId("options-wrong");
        wrong.getStyleClass().add("options-wrong");
        wrong.visibleProperty().bind(options.validBinding().not());
        wrong.managedProperty().bind(wrong.visibleProperty());
        getChildren().addAll(more, line, wrong);
    }
}
