package dev.sidetone.simulator.scenario.draft;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.recording.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder into which a draft is written: the scenario, and its sounds in a folder beside it. Writes nothing anywhere else. Immutable. */
public final class DraftFolder {
    private static final String SOUNDS = "-sounds";
    private static final String OF_A_DRAFT = "turn-\\d+\\.wav";

    private final Path yaml;
    private final Path sounds;

    /** @param yaml the scenario's file */
    public DraftFolder(Path yaml) {
        this.yaml = yaml;
        String name = String.valueOf(yaml.getFileName());
        int dot = name.lastIndexOf('.');
        this.sounds = yaml.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + SOUNDS);
    }

    /** The folder of the sounds. */
    public Path sounds() {
        return sounds;
    }

    /** The name by which the scenario finds that folder. */
    public String soundFolder() {
        return String.valueOf(sounds.getFileName());
    }

    /**
     * Checks that the scenario and its sounds can be written.
     *
     * @param force whether what is there of an earlier draft gives way
     * @throws WrongSetting naming what is in the way
     */
    public void check(boolean force) throws WrongSetting {
        checkSounds(force);
        if (isThere(yaml) && !force) {
            throw inTheWay(yaml);
        }
        if (Files.isDirectory(yaml)) {
            throw new WrongSetting(yaml + " is a folder: name a file in it with --output");
        }
    }

    /** The same for the sounds alone, where the scenario goes to standard output. */
    public void checkSounds(boolean force) throws WrongSetting {
        Path folder = sounds.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new WrongSetting(
                    "there is no folder " + folder + " to write to: make it, or name another with --output");
        }
        if (isThere(sounds) && !force) {
            throw inTheWay(sounds);
        }
        if (isThere(sounds) && !Files.isDirectory(sounds, LinkOption.NOFOLLOW_LINKS)) {
            throw new WrongSetting(sounds + " is no folder: choose another name with --output");
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static WrongSetting inTheWay(Path path) {
        return new WrongSetting(
                path + " is there already: choose another name with --output, or replace it with --force");
    }

    /** Writes the scenario's file. */
    public void writeYaml(String text) throws IOException {
        write(yaml, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the sounds, in place of those of an earlier draft. */
    public void writeSounds(Map<String, byte[]> files) throws IOException {
        if (isThere(sounds)) {
            for (Path old : earlier()) {
                Files.delete(old);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = sounds.resolve(file.getKey());
            Path folder = Objects.requireNonNull(path.getParent());
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                PrivateFiles.folder(folder);
            }
            write(path, file.getValue());
        }
    }

    private List<Path> earlier() throws IOException {
        try (Stream<Path> all = Files.walk(sounds, 2)) {
            return all.filter(each -> each.getFileName().toString().matches(OF_A_DRAFT))
                    .toList();
        }
    }

    /** A link that is there is replaced, not followed. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = PrivateFiles.file(file)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        }
    }
}
