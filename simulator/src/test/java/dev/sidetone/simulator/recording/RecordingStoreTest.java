package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RecordingStoreTest {
    private final Path folder;
    private final RecordingStore shelf;

    RecordingStoreTest(@TempDir Path parent) {
        this.folder = parent.resolve("calls");
        this.shelf = RecordingStore.in(folder);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
    void aCallThatIsPutThereIsItsOwnersOnly() throws IOException {
        assertThat(shelf.look()).isEqualTo(RecordingStore.Usage.NOTHING);

        record(shelf, 500);

        assertThat(shelf.look().calls()).isEqualTo(1);
        assertThat(shelf.look().bytes()).isGreaterThan(16_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void theOldestGoWhenThereAreMoreThanFifty() throws IOException {
        for (int i = 0; i < 53; i++) {
            kept(i, 100);
        }

        assertThat(shelf.tidy()).isEqualTo(new RecordingStore.Usage(50, 5_000));
        assertThat(folder.resolve(name(2))).doesNotExist();
        assertThat(folder.resolve(name(3))).exists();
        assertThat(folder.resolve(name(52))).exists();
    }

    @Test
    void theOldestGoWhenTheyTakeTooMuchRoom() throws IOException {
        RecordingStore small = new RecordingStore(folder, 1_000);
        kept(1, 600);
        kept(2, 300);
        kept(3, 500);

        assertThat(small.tidy()).isEqualTo(new RecordingStore.Usage(2, 800));
        assertThat(folder.resolve(name(1))).doesNotExist();
    }

    @Test
    void aCallThatIsBeingRecordedIsLeftByWhomeverDeletesAll() throws IOException {
        RecordingStore store = RecordingStore.in(folder);
        FakeCall call = FakeCall.into(new CallTimeline("0.1.0", store.place("0.1.0")))
                .at(1000)
                .agentSends(100)
                .runsUntil(2000);

        assertThat(RecordingStore.in(folder).clear().calls()).isEqualTo(1);
        assertThat(call.hangsUpAt(3000).recording())
                .satisfies(recording -> assertThat(recording.kept()).isTrue());
        assertThat(store.clear().calls()).isZero();
    }

    @Test
    void whatIsNoRecordingIsNeverTouched() throws IOException {
        kept(1, 100);
        Path other = Files.createDirectories(folder.resolve("my notes"));
        Path file = Files.writeString(folder.resolve("20260131-120000-CAabc"), "a file");

        assertThat(shelf.clear()).isEqualTo(RecordingStore.Usage.NOTHING);
        assertThat(other).exists();
        assertThat(file).exists();
        assertThat(folder.resolve(name(1))).doesNotExist();
    }

    @Test
    void aRecordingWithSomethingElseInItStaysAndThatIsSaid() throws IOException {
        kept(1, 100);
        Files.createDirectories(folder.resolve(name(1)).resolve("mine/deep"));

        assertThatThrownBy(shelf::clear).isInstanceOf(FileSystemException.class);
        assertThat(folder.resolve(name(1)).resolve("mine/deep")).exists();
    }

    @Test
    void aCallTooLongForTheShelfIsKeptAsFarAsItGoesAndThatIsSaidOnce() throws IOException {
        RecordingStore small = new RecordingStore(folder, 100_000);

        List<String> notes = record(small, 20_000);

        assertThat(notes).singleElement().asString().contains("as long as a recording may be");
        assertThat(small.look().bytes()).isBetween(90_000L, 110_000L);
    }

    private List<String> record(RecordingStore to, int lengthMs) {
        CallTimeline timeline = new CallTimeline("0.1.0", to.place("0.1.0"));
        List<String> notes = new ArrayList<>();
        timeline.listen(fact -> {
            if (fact instanceof Fact.Noted noted) {
                notes.add(noted.text());
            }
        });
        FakeCall.into(timeline).at(100).callerSpeaks(300).hangsUpAt(lengthMs);
        return notes;
    }

    private void kept(int second, int bytes) throws IOException {
        Path call = Files.createDirectories(folder.resolve(name(second)));
        Files.write(call.resolve("call.wav"), new byte[bytes]);
    }

    private static String name(int second) {
        return String.format("20260131-1200%02d-CA0f", second);
    }
}
