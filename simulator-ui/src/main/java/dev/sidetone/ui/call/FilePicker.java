package dev.sidetone.ui.call;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks a person for sound files or for a folder. On the FX thread; waits for the answer as every system's dialog does. */
public interface FilePicker {
    /** The system's own dialogs. */
    FilePicker OF_THIS_SYSTEM = new SystemPicker();

    /** Sound files in the order in which they are spoken; none if nothing was chosen. */
    List<Path> sounds(Node owner);

    /** A folder, first shown at {@code start}; null if none was chosen. */
    @Nullable
    Path folder(Node owner, String title, Path start);

    /** The dialogs of JavaFX. */
    final class SystemPicker implements FilePicker {
        private SystemPicker() {}

        @Override
        public List<Path> sounds(Node owner) {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Sound files that the caller speaks");
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(
                                    "Sound files", "*.wav", "*.flac", "*.mp3", "*.ogg", "*.m4a"),
                            new FileChooser.ExtensionFilter("All files", "*.*"));
            List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
            return chosen == null
                    ? List.of()
                    : chosen.stream().map(File::toPath).toList();
        }

        @Override
        public @Nullable Path folder(Node owner, String title, Path start) {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(title);
            if (Files.isDirectory(start)) {
                chooser.setInitialDirectory(start.toFile());
            }
            File chosen = chooser.showDialog(owner.getScene().getWindow());
            return chosen == null ? null : chosen.toPath();
        }
    }
}
