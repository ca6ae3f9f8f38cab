package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KilledRecordingTest {
    private final Path parent;

    private Path folder = Path.of("");

    KilledRecordingTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @BeforeEach
    void aRecorderIsKilledInTheMiddleOfACall() throws IOException, InterruptedException {
        Process recorder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRecorder.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = recorder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("recording");
        } finally {
            recorder.destroyForcibly().waitFor();
        }
        folder = parent.resolve("20260131-120000-" + FakeCall.CALL_SID);
    }

    @Test
    void itsRecordingOpensWithEverythingUpToTheLastSecond() throws IOException {
        CallResult result = Recording.open(folder).result();

        assertThat(folder.resolve("result.json")).doesNotExist();
        assertThat(result.call().callSid()).isEqualTo(FakeCall.CALL_SID);
        assertThat(result.call().durationMs()).isNull();
        assertThat(result.greeting().firstAudibleAtMs()).isEqualTo(100);
        assertThat(result.turns()).singleElement().satisfies(turn -> assertThat(turn.ttfaMs())
                .isEqualTo(620));
        assertThat(result.line().framesSent()).isBetween(450L, 500L);
    }

    @Test
    void itsSoundOpensWithARightHeader() throws IOException {
        ByteBuffer wav =
                ByteBuffer.wrap(Files.readAllBytes(folder.resolve("call.wav"))).order(ByteOrder.LITTLE_ENDIAN);
        int soundBytes = wav.getInt(40);

        assertThat(soundBytes).isBetween(9 * 32_000, 10 * 32_000).isLessThanOrEqualTo(wav.capacity() - 44);
        assertThat(Recording.open(folder).callerMulaw().length).isBetween(9 * 8_000, 10 * 8_000);
    }

    @Test
    void aLastLineThatWasCutOffIsReadOver() throws IOException {
        CallResult whole = Recording.open(folder).result();
        byte[] halfALine = "{\"fact\":\"Noted\",\"atNs\":1,\"text\":\"caf\u00e9".getBytes(StandardCharsets.UTF_8);
        Path events = folder.resolve("events.jsonl");
        Files.write(events, Arrays.copyOf(halfALine, halfALine.length - 1), StandardOpenOption.APPEND);

        assertThat(Recording.open(folder).result()).isEqualTo(whole);
    }
}
