package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The button that tries once more to put back a number that is not. */
final class PutBackButton extends Button {
    PutBackButton(LiveModel model) {
        super("", new FontIcon(Material2MZ.SETTINGS_BACKUP_RESTORE));
        getStyleClass().addAll("put-back-now", Styles.ACCENT);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleHelp("Tries once more to set the number as it was before Sidetone borrowed it");
        textProperty().bind(model.puttingBackProperty().map(tries -> tries ? "Putting it back…" : "Put it back now"));
        disableProperty().bind(model.puttingBackProperty());
        setOnAction(pressed -> model.putBack());
    }
}
