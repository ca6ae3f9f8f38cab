package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.report.AudacityLabels;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.TurnsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that write the moments of one call for other programs: an editor of sound, a spreadsheet. */
public final class TurnFilesOptions {
    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "Write the call's moments there as a label track of Audacity, which lies on call.wav.")
    private @Nullable String labels;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the call's turns there as CSV, one row each.")
    private @Nullable String csv;

    /** Whether a file is wanted. */
    public boolean areWanted() {
        return labels != null || csv != null;
    }

    /** Reports before the work, not after it, that a file cannot be written. */
    public void check() throws WrongSetting {
        if (labels != null) {
            Path unused = OutputFile.of("--labels", labels);
        }
        if (csv != null) {
            Path unused = OutputFile.of("--csv", csv);
        }
    }

    /** Refuses several calls: the files are of one. */
    public void refuse() throws WrongSetting {
        if (areWanted()) {
            throw new WrongSetting((labels != null ? "--labels" : "--csv")
                    + " is of one call: name the folder of one recorded call, and no --compare");
        }
    }

    /** Writes the chosen files of {@code call} and tells {@code say} so. */
    public void write(KeptCall call, Consumer<String> say) throws CannotRun {
        if (labels != null) {
            write(labels, AudacityLabels.of(call.result(), call.trace().said(), call.soundAtMs()));
            say.accept("labels: " + labels);
        }
        if (csv != null) {
            write(csv, TurnsCsv.of(call.result(), call.trace().said()));
            say.accept("turns: " + csv);
        }
    }

    private static void write(String file, String text) throws CannotRun {
        try {
            Files.writeString(Path.of(file), text);
        } catch (IOException e) {
            throw new CannotRun(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
