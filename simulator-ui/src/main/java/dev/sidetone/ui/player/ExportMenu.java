package dev.sidetone.ui.player;

import atlantafx.base.theme.Styles;
import dev.sidetone.simulator.report.export.CallExport;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The menu of the files into which the call in view can be exported. */
final class ExportMenu extends MenuButton {
    private final ExportModel model;
    private final SaveDialog dialog;

    ExportMenu(ExportModel model, SaveDialog dialog) {
        super("Export", new FontIcon(Material2MZ.SAVE_ALT));
        this.model = model;
        this.dialog = dialog;
        setId("export");
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        setMinWidth(Region.USE_PREF_SIZE);
        for (CallExport kind : CallExport.values()) {
            MenuItem item = new MenuItem(kind.title() + " …");
            item.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
            item.setOnAction(chosen -> export(kind));
            getItems().add(item);
        }
        disableProperty().bind(model.folderProperty().isNull().or(model.busyProperty()));
    }

    private void export(CallExport kind) {
        Path folder = model.folderProperty().get();
        Path to = folder == null
                ? null
                : dialog.ask(
                        kind,
                        kind.fileName(folder),
                        getScene() == null ? null : getScene().getWindow());
        if (to != null) {
            model.export(kind, to);
        }
    }
}
