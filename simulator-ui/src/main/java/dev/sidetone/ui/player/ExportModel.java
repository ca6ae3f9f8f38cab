package dev.sidetone.ui.player;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.report.export.CallExport;
import dev.sidetone.ui.fx.FxThread;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Exports the recording of the call in view, one file at a time; a thread of its own reads and writes. On the FX thread. */
public final class ExportModel {
    private final Supplier<Checks> checks;
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private @Nullable String trouble;

    /** {@code checks} makes the checks by which a simulated call is judged. */
    public ExportModel(Supplier<Checks> checks) {
        this.checks = checks;
        folder.addListener((property, before, now) -> {
            trouble = null;
            status.set("");
        });
    }

    /** Writes the call in view to {@code to}; ignored without a recording and while another file is written. */
    public void export(CallExport kind, Path to) {
        Path from = folder.get();
        if (from == null || busy.get()) {
            return;
        }
        busy.set(true);
        trouble = null;
        status.set("Writing " + shown(to) + " …");
        Thread thread = new Thread(() -> write(kind, from, to), "export");
        thread.setDaemon(true);
        thread.start();
    }

    private void write(CallExport kind, Path from, Path to) {
        String failed = null;
        try {
            kind.write(from, to, checks);
        } catch (WrongSetting | CannotRun e) {
            failed = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            // Whatever it was, the person must be able to try again.
            failed = "it broke inside Sidetone: " + e;
        }
        String why = failed;
        FxThread.run(() -> written(to, why));
    }

    private void written(Path to, @Nullable String why) {
        busy.set(false);
        status.set(why == null ? "Written: " + shown(to) : "");
        trouble = why == null ? null : "The call was not exported. " + ForeignText.line(why) + ".";
    }

    private static String shown(Path file) {
        return ForeignText.line(String.valueOf(file.getFileName()));
    }

    /** The folder of the recording in view; null without one. */
    public ObjectProperty<@Nullable Path> folderProperty() {
        return folder;
    }

    /** Whether a file is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is being written or was written last; empty without. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why the last file was not written, with the cure, in sentences; null without trouble. */
    public @Nullable String trouble() {
        return trouble;
    }
}
