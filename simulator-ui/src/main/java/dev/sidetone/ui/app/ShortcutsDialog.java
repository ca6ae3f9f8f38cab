package dev.sidetone.ui.app;

import atlantafx.base.theme.Styles;
import dev.sidetone.ui.app.Shortcuts.Shortcut;
import dev.sidetone.ui.fx.Overlay;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Lists the window's keys. */
final class ShortcutsDialog extends Overlay {
    ShortcutsDialog(List<Shortcut> all) {
        super(() -> {});
        setId("shortcuts");
        Label title = new Label("Keys");
        title.getStyleClass().add("overlay-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        for (int row = 0; row < all.size(); row++) {
            Label keys = new Label(all.get(row).keys());
            keys.getStyleClass().add("keys");
            grid.addRow(row, keys, new Label(all.get(row).what()));
        }
        Button close = new Button("Close");
        close.setId("shortcuts-close");
        close.getStyleClass().add(Styles.ACCENT);
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(pressed -> close());
        show(new VBox(title, grid, close));
    }
}
