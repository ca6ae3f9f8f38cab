package dev.sidetone.simulator.report.export;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.AudacityLabels;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.TurnsCsv;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.timeline.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;

/** A kind of file into which a recorded call is exported. Stateless; {@link #write} blocks for the disk. */
public enum CallExport {
    /** Both voices: the caller left, the agent right. */
    WAV("Sound (WAV)", "wav"),
    /** The page that {@code report --html} writes. */
    HTML("Page for a browser (HTML)", "html"),
    /** The result, as {@code --json} writes it. */
    JSON("Result (JSON)", "json"),
    /** A label track that lies on the WAV. */
    LABELS("Audacity labels", "txt"),
    /** One row for each turn. */
    CSV("Turns (CSV)", "csv");

    private final String title;
    private final String extension;

    CallExport(String title, String extension) {
        this.title = title;
        this.extension = extension;
    }

    /** Its name in a menu. */
    public String title() {
        return title;
    }

    /** The end of its files' names, without the dot. */
    public String extension() {
        return extension;
    }

    /** The name that is proposed for the file of the call in {@code folder}. */
    public String fileName(Path folder) {
        Path name = folder.getFileName();
        return (name == null ? "call" : name) + (this == LABELS ? "-labels." : ".") + extension;
    }

    /**
     * Writes the call in {@code folder} to {@code to}, which is replaced as a whole or not at all.
     *
     * @param checks makes the checks by which a simulated call is judged
     * @throws WrongSetting saying why the call cannot be opened, and what to do
     * @throws CannotRun saying why the file cannot be written
     */
    public void write(Path folder, Path to, Supplier<Checks> checks) throws WrongSetting, CannotRun {
        if (Files.isDirectory(to)) {
            throw new WrongSetting(to + " is a folder: name a file in it");
        }
        KeptCall call = KeptCall.recorded(folder, checks);
        Path target = to.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            fill(folder, call, part);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            leave(part);
            throw new CannotRun(to + " cannot be written: " + why(e) + "; choose another place", e);
        }
    }

    private void fill(Path folder, KeptCall call, Path part) throws IOException {
        switch (this) {
            case WAV -> Files.copy(Recording.open(folder).sound(), part, StandardCopyOption.REPLACE_EXISTING);
            case HTML ->
                Files.writeString(
                        part, CallPage.of(PageCall.of(call, hasNoError(call))).html());
            case JSON -> Files.writeString(part, ResultJson.writePretty(call.result()) + "\n");
            case LABELS ->
                Files.writeString(
                        part, AudacityLabels.of(call.result(), call.trace().said(), call.soundAtMs()));
            case CSV ->
                Files.writeString(part, TurnsCsv.of(call.result(), call.trace().said()));
        }
    }

    private static boolean hasNoError(KeptCall call) {
        return call.result().findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return e instanceof AccessDeniedException ? "you may not write there" : String.valueOf(e.getMessage());
    }

    private static void leave(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // What could not be written is what is reported.
        }
    }
}
