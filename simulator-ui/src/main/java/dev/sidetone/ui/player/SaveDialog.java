package dev.sidetone.ui.player;

import dev.sidetone.simulator.report.export.CallExport;
import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks where an export is to be written. */
@FunctionalInterface
public interface SaveDialog {
    /** The chosen file, or null if none was. */
    @Nullable
    Path ask(CallExport kind, String name, @Nullable Window over);

    /** The system's dialog, which begins in the folder of the last choice. */
    static SaveDialog ofSystem() {
        FileChooser chooser = new FileChooser();
        return (kind, name, over) -> {
            chooser.setTitle("Export: " + kind.title());
            chooser.setInitialFileName(name);
            chooser.getExtensionFilters().setAll(new ExtensionFilter(kind.title(), "*." + kind.extension()));
            File chosen = chooser.showSaveDialog(over);
            if (chosen == null) {
                return null;
            }
            chooser.setInitialDirectory(chosen.getParentFile());
            return chosen.toPath();
        };
    }
}
