package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class UnkeptRecordingTest {
    @TempDir
    private Path parent = Path.of("");

    @Test
    void aFolderThatIsDeletedInTheCallIsALostRecordingAndAFinding() throws IOException {
        CallFolder folder = CallFolder.keptIn(parent, "0.1.0");
        CallTimeline timeline = new CallTimeline("0.1.0", folder, Checks.forOneCall());
        FakeCall call = FakeCall.into(timeline).at(1000).agentSends(100).runsUntil(2000);
        Path path = Objects.requireNonNull(folder.folder());
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);

        CallResult result = call.hangsUpAt(3000);

        assertThat(path).doesNotExist();
        assertThat(result.recording()).satisfies(recording -> {
            assertThat(recording.kept()).isFalse();
            assertThat(recording.folder()).isEqualTo(path.toString());
            assertThat(recording.why()).contains("was deleted while the call ran");
        });
        assertThat(result.findings())
                .filteredOn(found -> found.code().equals("recording-lost"))
                .singleElement()
                .satisfies(found -> assertThat(found.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void aFileThatIsDeletedInTheCallIsALostRecordingThoughItsFolderStays() throws IOException {
        CallFolder folder = CallFolder.keptIn(parent, "0.1.0");
        CallTimeline timeline = new CallTimeline("0.1.0", folder);
        FakeCall call = FakeCall.into(timeline).at(1000).agentSends(100).runsUntil(2000);
        Files.delete(Objects.requireNonNull(folder.folder()).resolve("call.wav"));

        assertThat(Objects.requireNonNull(call.hangsUpAt(3000).recording()).why())
                .endsWith("call.wav was deleted while the call ran");
    }

    @Test
    void aRecordingThatIsLostInItsLastMomentIsAFindingToo() throws IOException {
        CallFolder folder = CallFolder.keptIn(parent, "0.1.0");
        CallTimeline timeline = new CallTimeline("0.1.0", folder, Checks.forOneCall());
        FakeCall call = FakeCall.into(timeline).at(1000).agentSends(100).runsUntil(2000);
        Files.createDirectory(Objects.requireNonNull(folder.folder()).resolve("result.json"));

        CallResult result = call.hangsUpAt(3000);

        assertThat(Objects.requireNonNull(result.recording()).kept()).isFalse();
        assertThat(result.findings())
                .extracting(CallResult.ReportedFinding::code)
                .contains("recording-lost");
    }

    @Test
    void aFullDiskIsALostRecordingWheneverItFills() {
        for (int fails = 1; fails < 400; fails += 57) {
            FullDisk disk = new FullDisk(fails);
            CallResult result = FakeCall.into(new CallTimeline("0.1.0", disk))
                    .at(1000)
                    .agentSends(100)
                    .hangsUpAt(3000);

            assertThat(result.recording()).isEqualTo(new CallResult.Kept(false, "/calls/1", "No space left on device"));
            assertThat(disk.isClosed).isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileOnAFullDiskFailsWhenItIsFlushed() throws IOException {
        FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        try (GrowingFile file = new GrowingFile(full)) {
            file.appendLine("a line");
            assertThatThrownBy(file::flush).hasMessage("No space left on device");
        } catch (IOException stillFull) {
            assertThat(stillFull).hasMessage("No space left on device");
        }
        assertThat(full.isOpen()).isFalse();
    }

    @Test
    void aKeptRecordingSaysWhereItIs() {
        CallFolder folder = CallFolder.keptIn(parent, "0.1.0");
        CallResult result = FakeCall.into(new CallTimeline("0.1.0", folder)).hangsUpAt(1000);
        assertThat(result.recording()).isEqualTo(new CallResult.Kept(true, String.valueOf(folder.folder()), null));
    }

    /** A disk that is full from its {@code fails}th piece on. */
    private static final class FullDisk implements Spool {
        private final int fails;
        private int pieces;
        private boolean isClosed;

        FullDisk(int fails) {
            this.fails = fails;
        }

        private void take() throws IOException {
            if (++pieces >= fails) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public boolean isKept() {
            return true;
        }

        @Override
        public Path folder() {
            return Path.of("/calls/1");
        }

        @Override
        public void write(Fact fact) throws IOException {
            take();
        }

        @Override
        public void write(Fact.Tick tick, LineFrame said, LineFrame heard) throws IOException {
            take();
        }

        @Override
        public void close(CallResult result) throws IOException {
            isClosed = true;
            throw new IOException("No space left on device");
        }
    }
}
