package dev.sidetone.simulator.recording;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class KilledRecordingIT {
    @TempDir
    private static Path parent = Path.of("");

    private static Path folder = Path.of("");
    private static RecordingStore.Usage atOnce = RecordingStore.Usage.NOTHING;

    @BeforeAll
    static void aRecorderIsKilledInTheMiddleOfACall() throws IOException, InterruptedException {
        try (OtherProcess recorder = new OtherProcess(KilledRecorder.class, parent.toString())) {
            assertThat(recorder.firstLine()).isEqualTo("recording");
            atOnce = RecordingStore.in(parent).clear();
            recorder.kill();
        }
        folder = parent.resolve("20260131-120000-" + FakeCall.CALL_SID);
    }

    @Test
    void whatAnotherProcessIsRecordingIsNotDeletedWithAllTheRest() {
        assertThat(atOnce.calls()).isEqualTo(KilledRecorder.CALLS);
        assertThat(FolderLock.isTaken(folder)).isFalse();
    }

    @Test
    void tenRecordingsThatWereKilledAtTenMomentsAllOpenWithEverythingUpToTheLastSecond() throws IOException {
        for (int call = 0; call < KilledRecorder.CALLS; call++) {
            Path each = call == 0 ? folder : folder.resolveSibling(folder.getFileName() + "-" + (call + 1));
            CallResult result = Recording.open(each).result();

            long ticks = KilledRecorder.untilMs(call) / 20;
            assertThat(requireNonNull(result.line()).framesSent()).isBetween(ticks - 50, ticks);
            assertThat(Recording.open(each).callerMulaw().length / 160L).isBetween(ticks - 50, ticks);
            assertThat(result.recording()).isNull();
        }
    }

    @Test
    void eachOfThemIsReportedOnAndSaidToBeCutOff() throws Exception {
        for (int call = 0; call < KilledRecorder.CALLS; call++) {
            Path each = call == 0 ? folder : folder.resolveSibling(folder.getFileName() + "-" + (call + 1));
            KeptCall kept = KeptCall.recorded(each, Checks::forOneCall);
            CallPage page = new CallPage("cut");
            page.add(PageCall.of(kept, true));

            assertThat(kept.notes()).singleElement().asString().startsWith("The recording is cut off");
            assertThat(kept.result().turns()).hasSize(1);
            assertThat(kept.trace().lines()).extracting(line -> line.text()).contains("answers after 620.0 ms");
            assertThat(kept.sound().length()).isBetween(8 * 8_000, 12 * 8_000);
            assertThat(page.html().contains("The recording is cut off")).isTrue();
        }
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
        assertThat(requireNonNull(result.line()).framesSent()).isBetween(450L, 500L);
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
    void aLastLineThatWasCutOffIsReadOver(@TempDir Path other) throws IOException {
        byte[] halfALine = "{\"fact\":\"Noted\",\"atNs\":1,\"text\":\"caf\u00e9".getBytes(StandardCharsets.UTF_8);
        Path events = Files.copy(folder.resolve("events.jsonl"), other.resolve("events.jsonl"));
        Files.write(events, Arrays.copyOf(halfALine, halfALine.length - 1), StandardOpenOption.APPEND);

        assertThat(Recording.open(other).result())
                .isEqualTo(Recording.open(folder).result());
    }
}
