package dev.sidetone.ui.app;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.SidetoneVersion;
import dev.sidetone.ui.fx.SegmentedControl;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.settings.ThemeButton;
import dev.sidetone.ui.settings.ThemeModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The bar at the top of the window: name, version, mode, help and theme. */
final class HeaderPane extends HBox {
    /** The keys that open the settings. */
    static final KeyCombination SETTINGS_KEYS = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);

    /** {@code selected} is the selected mode; {@code fixed} is true while it cannot change. */
    HeaderPane(
            ThemeModel theme,
            ObjectProperty<Place> selected,
            ObservableValue<Boolean> fixed,
            Runnable settings,
            Runnable welcome) {
        getStyleClass().add("header");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label("Sidetone", new FontIcon(Material2MZ.PHONE_IN_TALK));
        name.getStyleClass().add("name");
        Label version = new Label(SidetoneVersion.TEXT);
        version.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button help = new Button(null, new FontIcon(Material2AL.HELP_OUTLINE));
        help.setId("help");
        help.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        help.setTooltip(new Tooltip("What this is"));
        help.setAccessibleText("What this is");
        help.setOnAction(pressed -> welcome.run());
        Button gear = new Button(null, new FontIcon(Material2MZ.SETTINGS));
        gear.setId("settings");
        gear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        gear.setTooltip(new Tooltip("Settings (" + SETTINGS_KEYS.getDisplayText() + ")"));
        gear.setAccessibleText("Settings");
        gear.setOnAction(pressed -> settings.run());
        getChildren().addAll(name, version, place(selected, fixed), gap, help, gear, new ThemeButton(theme));
    }

    private static SegmentedControl<Place> place(ObjectProperty<Place> selected, ObservableValue<Boolean> fixed) {
        SegmentedControl<Place> choice = new SegmentedControl<>(selected);
        choice.getStyleClass().add("place");
        choice.setAlignment(Pos.CENTER);
        choice.add(Place.SIMULATED, "Simulated", Material2MZ.SCIENCE, "place-simulated");
        choice.add(Place.LIVE, "Live", Material2AL.CELL_WIFI, "place-live");
        choice.disableProperty().bind(fixed);
        return choice;
    }
}
