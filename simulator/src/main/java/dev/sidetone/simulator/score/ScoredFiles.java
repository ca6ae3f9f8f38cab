package dev.sidetone.simulator.score;

import dev.sidetone.simulator.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The recordings that somebody means by the files and folders that he names. Stateless. */
public final class ScoredFiles {
    /** The sound of a call that Sidetone recorded, in its folder. */
    private static final String CALL_WAV = "call.wav";

    private static final Set<String> ENDINGS = Set.of("wav", "flac", "mp3", "ogg", "m4a");

    private ScoredFiles() {}

    /**
     * All recordings, each once: a file is meant itself, a folder means the recordings in it, and the calls in folders of it.
     *
     * @throws WrongSetting if one of {@code named} is not there or a folder has none
     */
    public static List<Path> of(List<Path> named) throws WrongSetting {
        List<Path> all = new ArrayList<>();
        for (Path one : named) {
            if (!Files.exists(one)) {
                throw new WrongSetting(one + " is not there");
            }
            List<Path> found = Files.isDirectory(one) ? in(one) : List.of(one);
            if (found.isEmpty()) {
                throw new WrongSetting(
                        one + " has no recording in it: wanted are sound files, or folders of recorded calls");
            }
            all.addAll(found);
        }
        return all.stream().distinct().toList();
    }

    private static List<Path> in(Path folder) throws WrongSetting {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(ScoredFiles::recording)
                    .filter(ScoredFiles::isSound)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new WrongSetting(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path recording(Path entry) {
        return Files.isDirectory(entry) ? entry.resolve(CALL_WAV) : entry;
    }

    /** Whether {@code file} is a sound file, by its name. */
    public static boolean isSound(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
