package dev.sidetone.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** Switches between light and dark; its icon shows the theme that a click chooses. */
public final class ThemeButton extends Button {
    public ThemeButton(ThemeModel model) {
        setId("theme");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setTooltip(new Tooltip("Light or dark"));
        setAccessibleText("Change between light and dark");
        setOnAction(pressed -> model.toggle());
        model.darkProperty().subscribe(dark -> setGraphic(icon(dark)));
    }

    private static FontIcon icon(boolean dark) {
        return new FontIcon(dark ? Material2MZ.WB_SUNNY : Material2MZ.NIGHTS_STAY);
    }
}
