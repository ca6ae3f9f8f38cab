package dev.sidetone.ui.scenario;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for scenarios; each begins where the last one ended. On the FX thread. */
public final class YamlChooser implements ScenarioChooser {
    private final Supplier<@Nullable Window> owner;
    private @Nullable File folder;

    /** {@code owner} is the window in front of which they stand. */
    public YamlChooser(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable Path toOpen() {
        return chosen(chooser("Open a scenario").showOpenDialog(owner.get()));
    }

    @Override
    public @Nullable Path toWrite(String name) {
        FileChooser chooser = chooser("Make a scenario of this call");
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(owner.get()));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Scenarios (YAML)", "*.yaml", "*.yml"));
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private @Nullable Path chosen(@Nullable File file) {
        if (file == null) {
            return null;
        }
        folder = file.getParentFile();
        return file.toPath();
    }
}
