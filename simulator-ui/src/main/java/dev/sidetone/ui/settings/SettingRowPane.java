package dev.sidetone.ui.settings;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.fx.Css;
import dev.sidetone.ui.fx.FormRow;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A setting with its state, a field for a new value, masked where it is a secret, and a switch that removes it. Stateless. */
final class SettingRowPane {
    private SettingRowPane() {}

    static Node of(SettingRow row) {
        TextField field = row.isSecret() ? new PasswordField() : new TextField();
        field.setId(row.id());
        field.setAccessibleText(row.title() + ", " + row.name());
        field.textProperty().bindBidirectional(row.typedProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        ToggleButton remove = new ToggleButton(null, new FontIcon(Material2AL.DELETE_OUTLINE));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        remove.setAccessibleText("Remove " + row.name() + " from .env");
        remove.setTooltip(new Tooltip("Remove it from .env when saving"));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.selectedProperty().bindBidirectional(row.removedProperty());
        Label state = new Label();
        state.setId(row.id() + "-state");
        state.getStyleClass().add("setting-state");
        state.textProperty().bind(row.stateWords());
        row.stateProperty().subscribe(now -> {
            Css.mark(state, SettingRow.State.values(), now);
            show(row, field, remove);
        });
        row.shownProperty().subscribe(() -> show(row, field, remove));
        HBox line = new HBox(field, remove);
        line.getStyleClass().add("setting-line");
        Label name = new Label(row.name());
        name.getStyleClass().add("form-hint");
        HBox below = new HBox(name, state);
        below.getStyleClass().add("setting-line");
        return new FormRow(row.title(), new VBox(line, below));
    }

    /** What the environment holds cannot be changed here. */
    private static void show(SettingRow row, TextField field, ToggleButton remove) {
        boolean fixed = row.isFromEnvironment();
        boolean there = row.stateProperty().get() != SettingRow.State.MISSING;
        field.setDisable(fixed);
        remove.setDisable(fixed || !there);
        field.setPromptText(
                !there
                        ? "not set"
                        : row.isSecret()
                                ? "●●●●●●●●  (type a new one)"
                                : row.shownProperty().get());
    }
}
