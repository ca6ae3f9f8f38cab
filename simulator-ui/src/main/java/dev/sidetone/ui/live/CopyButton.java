package dev.sidetone.ui.live;

import atlantafx.base.theme.Styles;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A button that copies a text to the system's clipboard. */
final class CopyButton extends Button {
    CopyButton(String meaning, ObservableValue<String> text) {
        super(null, new FontIcon(Material2AL.CONTENT_COPY));
        getStyleClass().addAll("copy", Styles.BUTTON_ICON, Styles.FLAT);
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(meaning);
        setTooltip(new Tooltip(meaning));
        setOnAction(
                pressed -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getValue())));
    }
}
