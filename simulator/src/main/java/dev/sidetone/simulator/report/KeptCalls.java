package dev.sidetone.simulator.report;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.score.ScoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The calls that somebody means by the file or folder that he names. Stateless. */
public final class KeptCalls {
    private KeptCalls() {}

    /**
     * A recorded call's folder or a sound file means itself, any other folder the calls in it, by their names.
     *
     * @throws WrongSetting if it is not there or no call is in it
     */
    public static List<Path> in(Path named) throws WrongSetting {
        if (!Files.exists(named)) {
            throw new WrongSetting(named + " is not there");
        }
        if (!Files.isDirectory(named) || Recording.isIn(named)) {
            return List.of(named);
        }
        try (Stream<Path> entries = Files.list(named)) {
            List<Path> calls = entries.filter(
                            entry -> Files.isDirectory(entry) ? Recording.isIn(entry) : ScoredFiles.isSound(entry))
                    .sorted()
                    .toList();
            if (calls.isEmpty()) {
                throw new WrongSetting(named + " has no call in it: name the folder of a recorded call (with its"
                        + " events.jsonl), a folder of such folders, or a two-channel recording");
            }
            return calls;
        } catch (IOException e) {
            throw new WrongSetting(named + " cannot be read: " + e.getMessage(), e);
        }
    }
}
