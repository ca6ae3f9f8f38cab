package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class LostRecordingIT {
    /** So long that the folder, however busy the machine is, is moved before the call is over. */
    private static final String OUTLASTS_THE_MOVE = "10s";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRecordingThatIsLostIsTheLastLineTheResultAndTheExitCodeHoweverQuiet() throws Exception {
        Path calls = Files.createDirectory(folder.resolve("calls"));
        Path result = folder.resolve("result.json");
        try (WatchService watch = folder.getFileSystem().newWatchService();
                SidetoneRun call = SidetoneLauncher.HERE.command(
                        folder,
                        Map.of(),
                        "call",
                        "--quiet",
                        "--duration",
                        OUTLASTS_THE_MOVE,
                        "--record",
                        watched(calls, watch).toString(),
                        "--json",
                        result.toString())) {
            move(calls.resolve(begun(watch)));

            assertThat(call.exitCode()).isEqualTo(1);
            assertThat(List.of(call.everything().split("\n")))
                    .last()
                    .asString()
                    .startsWith("sidetone: the recording was not kept: ")
                    .contains("was deleted while the call ran")
                    .endsWith("; make room, or choose another folder with --record, and call again");
        }
        JsonNode json = new JsonMapper().readTree(result.toFile());
        assertThat(json.at("/recording/kept").booleanValue()).isFalse();
        assertThat(json.at("/recording/why").asText()).contains("was deleted while the call ran");
        assertThat(json.findValuesAsText("code")).contains("recording-lost");
    }

    private static Path watched(Path calls, WatchService watch) throws IOException {
        WatchKey unused = calls.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        return calls;
    }

    private static Path begun(WatchService watch) throws InterruptedException {
        WatchKey made = watch.poll(60, TimeUnit.SECONDS);
        assertThat(made).as("a call's folder").isNotNull();
        return (Path) made.pollEvents().get(0).context();
    }

    private void move(Path call) throws IOException {
        Files.move(call, folder.resolve("elsewhere"));
    }
}
