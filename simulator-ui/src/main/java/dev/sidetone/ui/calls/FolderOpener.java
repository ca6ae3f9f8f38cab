package dev.sidetone.ui.calls;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens a folder in the system's file manager, on a daemon thread because starting a program blocks. */
final class FolderOpener {
    private volatile @Nullable Trouble trouble;

    /** The failure of the last attempt, or null. */
    @Nullable
    Trouble trouble() {
        return trouble;
    }

    void open(Path folder) {
        trouble = null;
        Thread thread = new Thread(() -> start(folder), "open-folder");
        thread.setDaemon(true);
        thread.start();
    }

    private void start(Path folder) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name", ""), folder))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException nothingToOpenItWith) {
            trouble = new Trouble(
                    "There is no program here that opens folders.", "The recordings are in " + folder + ".");
        }
    }

    static List<String> command(String system, Path folder) {
        String lower = system.toLowerCase(Locale.ROOT);
        String program = lower.contains("mac") ? "open" : lower.contains("windows") ? "explorer.exe" : "xdg-open";
        return List.of(program, folder.toString());
    }
}
