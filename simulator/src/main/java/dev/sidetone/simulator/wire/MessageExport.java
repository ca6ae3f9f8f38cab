package dev.sidetone.simulator.wire;

import dev.sidetone.bridge.text.ForeignText;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes rows to a file as JSON lines, on a thread of its own since a disk may wait. One at a time; its outcome is read from any thread. */
public final class MessageExport {
    private volatile String outcome = "";

    /** Writes {@code rows} to {@code file}, in place of what it held. Returns at once. */
    public void start(List<WireRow> rows, Path file) {
        outcome = "Writing…";
        Thread thread = new Thread(() -> outcome = write(rows, file), "export-messages");
        thread.setDaemon(true);
        thread.start();
    }

    /** What became of the last one, a sentence; empty before the first. */
    public String outcome() {
        return outcome;
    }

    static String write(List<WireRow> rows, Path file) {
        try (Writer to = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (WireRow row : rows) {
                to.write(WireJson.line(row));
                to.write('\n');
            }
        } catch (IOException | RuntimeException e) {
            return ForeignText.line("The messages could not be written to " + file + " (" + e.getMessage()
                    + "): choose a folder in which you may write.");
        }
        return ForeignText.line(rows.size() + " rows are in " + file + ".");
    }
}
