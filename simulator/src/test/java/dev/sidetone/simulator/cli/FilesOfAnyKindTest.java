package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a person names and that is a pipe, a device or endless ends a command in one line; nobody waits for it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FilesOfAnyKindTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_FILE = " is no regular file and cannot be read";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"--ca", "--agent-config", "--script", "--caller"})
    void aPipeIsNotOpened(String option) throws Exception {
        Path pipe = pipe("pipe.txt");
        assertThat(call(option, pipe.toString())).isEqualTo(2);
        assertThat(said()).containsOnlyOnce("sidetone: " + option).containsPattern("pipe\\.txt:?" + NO_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ca", "--agent-config", "--script", "--caller"})
    void aDeviceIsNotOpened(String option) {
        assertThat(call(option, "/dev/null")).isEqualTo(2);
        assertThat(said()).containsPattern("/dev/null:?" + NO_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--ca", "--agent-config", "--script"})
    void aFileWithoutEndIsNotRead(String option) throws IOException {
        Path endless = sized("long.txt", 3L << 30);
        assertThat(call(option, endless.toString())).isEqualTo(2);
        assertThat(said()).containsPattern("long\\.txt:? has more than [14] MiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events.jsonl", "result.json", "call.wav"})
    void aRecordingWithAPipeInItIsNotOpened(String name) throws Exception {
        recordingBut(name);
        pipe(name);
        assertThat(call("--caller", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("--caller").contains(name).contains("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"result.json", "events.jsonl", "call.wav"})
    void aRecordingWithAFileWithoutEndIsNotOpened(String name) throws Exception {
        recordingBut(name);
        sized(name, 3L << 30);
        assertThat(call("--caller", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("--caller").contains(name + " has more than ");
    }

    @Test
    void settingsThatAreAPipeAreNotOpened() throws Exception {
        pipe(".env");
        assertThat(call("--to", "http://127.0.0.1:1/")).isEqualTo(2);
        assertThat(said()).contains(".env" + NO_FILE);
    }

    @Test
    void settingsWithoutEndAreNotRead() throws Exception {
        sized(".env", 3L << 30);
        assertThat(call("--to", "http://127.0.0.1:1/")).isEqualTo(2);
        assertThat(said()).contains(".env has more than 1 MiB");
    }

    private int call(String... options) {
        HostProcess process = new HostProcess(
                Map.of(),
                folder,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ProcessSignals());
        String[] words = Stream.concat(Stream.of("call"), Stream.of(options)).toArray(String[]::new);
        return assertTimeoutPreemptively(PATIENCE, () -> Sidetone.run(process, words));
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void recordingBut(String name) throws IOException {
        for (String part : new String[] {"events.jsonl", "call.wav"}) {
            if (!part.equals(name)) {
                Files.writeString(
                        folder.resolve(part),
                        part.equals("call.wav") ? "RIFF" : "{\"format\":1,\"sidetone\":\"0\",\"right\":\"heard\"}\n");
            }
        }
    }

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        return pipe;
    }

    /** Of holes, so that it takes no room on the disk. */
    private Path sized(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
            holes.setLength(bytes);
        }
        return file;
    }
}
