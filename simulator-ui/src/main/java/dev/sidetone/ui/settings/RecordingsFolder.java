package dev.sidetone.ui.settings;

import dev.sidetone.bridge.text.ForeignText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The folder that keeps recordings, remembered where it is not the usual one. On the FX thread. */
public final class RecordingsFolder {
    private static final String KEY = "recordings-folder";

    private final WindowPreferences remembered;
    private final Path usual;
    private final Consumer<Path> use;
    private final ReadOnlyStringWrapper shown = new ReadOnlyStringWrapper("");
    private Path folder;

    /**
     * The folder of the phone's recordings.
     *
     * @param now the folder in use
     * @param usual the folder that is used where none is remembered
     * @param use takes another folder for the next calls
     */
    public RecordingsFolder(WindowPreferences remembered, Path now, Path usual, Consumer<Path> use) {
        this.remembered = remembered;
        this.usual = usual;
        this.use = use;
        this.folder = now;
        show(now);
    }

    /** The folder that was remembered, or {@code usual}. */
    public static Path remembered(WindowPreferences remembered, Path usual) {
        String kept = remembered.get(KEY, "");
        try {
            return kept.isEmpty() ? usual : Path.of(kept);
        } catch (InvalidPathException e) {
            return usual;
        }
    }

    Path folder() {
        return folder;
    }

    void use(Path chosen) {
        folder = chosen;
        remembered.put(KEY, chosen.equals(usual) ? "" : chosen.toString());
        show(chosen);
        use.accept(chosen);
    }

    void useUsual() {
        use(usual);
    }

    private void show(Path now) {
        shown.set(ForeignText.line(now.toString()));
    }

    /** The folder, safe to show. */
    ReadOnlyStringProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether it is the usual one. */
    BooleanBinding usualBinding() {
        return shown.isEqualTo(ForeignText.line(usual.toString()));
    }
}
