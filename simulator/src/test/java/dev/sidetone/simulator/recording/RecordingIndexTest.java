package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.recording.RecordedCall.State;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.RunFigures;
import dev.sidetone.simulator.timeline.Severity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of recorded calls, and what a person says of each. */
class RecordingIndexTest {
    private final Path folder;
    private final RecordingStore store;
    private final RecordingIndex index;

    RecordingIndexTest(@TempDir Path parent) {
        folder = parent.resolve("calls");
        store = RecordingStore.in(folder);
        index = new RecordingIndex(store);
    }

    @Test
    void aCallIsListedWithTheFiguresOfItsResult() throws IOException {
        CallResult result = call(RecordingLabel.of("Practice agent", "demo"));

        RecordedCall listed = only();

        assertThat(listed.state()).isEqualTo(State.WHOLE);
        assertThat(listed.startedAt()).isEqualTo(result.call().startedAt());
        assertThat(listed.durationMs()).isEqualTo(result.call().durationMs());
        assertThat(listed.medianTtfaMs())
                .isNotNull()
                .isEqualTo(new RunFigures(List.of(result)).ttfa().p50Ms());
        assertThat(listed.findings()).isEqualTo(result.findings().size()).isPositive();
        assertThat(listed.failed())
                .isEqualTo(result.findings().stream().anyMatch(found -> found.severity() == Severity.ERROR));
        assertThat(listed.target()).isEqualTo("Practice agent");
        assertThat(listed.caller()).isEqualTo("demo");
        assertThat(listed.folder()).isEqualTo(Path.of(String.valueOf(recording(result))));
    }

    @Test
    void aCallWithoutALabelIsToldByItsFirstFacts() throws IOException {
        call(RecordingLabel.NONE);

        assertThat(only().target()).isEqualTo(RecordingLabel.target(URI.create("http://localhost:8080/voice")));
    }

    @Test
    void aNameAndAMarkStayAndOnlyThatCallIsReadAgain() throws IOException {
        call(RecordingLabel.of("Practice agent", "demo"));
        call(RecordingLabel.of("Practice agent", "demo"));
        List<RecordedCall> before = index.list();
        Path named = before.get(0).folder();

        store.label(named, label -> label.named("  booking  ").kept(true));

        List<RecordedCall> after = index.list();
        assertThat(after.get(0).label()).isEqualTo(new RecordingLabel("booking", true, "Practice agent", "demo"));
        assertThat(after.get(1)).isSameAs(before.get(1));
        assertThat(new RecordingIndex(store).list()).isEqualTo(after);
        assertThat(named).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void fiveHundredAreListedTheNewestFirst() throws IOException {
        call(RecordingLabel.NONE);
        Path one = only().folder();
        String result = Files.readString(one.resolve(CallFiles.RESULT));
        for (int i = 1; i < 500; i++) {
            String name = String.format("202602%02d-12%02d00-CA%d", 1 + i % 28, i % 60, i);
            Path copy = Files.createDirectories(folder.resolve(name));
            Files.writeString(
                    copy.resolve(CallFiles.RESULT),
                    result.replaceFirst(
                            "\"startedAt\" : \"[^\"]*\"",
                            String.format("\"startedAt\" : \"2026-02-%02dT12:%02d:00Z\"", 1 + i % 28, i % 60)));
        }

        List<RecordedCall> all = index.list();

        assertThat(all).hasSize(500);
        assertThat(all)
                .extracting(RecordedCall::startedAt)
                .isSortedAccordingTo(Comparator.<Instant>naturalOrder().reversed());
    }

    @Test
    void whatIsBrokenIsListedAsSuchAndHidesNothingElse() throws IOException {
        call(RecordingLabel.NONE);
        Path good = only().folder();
        Path garbage = broken("20260201-000001-CAa", "{\"call\":{\"startedAt\":\"yesterday\"}}");
        Path other = broken("20260201-000002-CAb", "[1, 2");
        Path noCall = broken("20260201-000003-CAc", "{}");
        Path cut = Files.createDirectories(folder.resolve("20260201-000004-CAd"));
        Files.writeString(cut.resolve(RecordingLabel.FILE), "rubbish");

        List<RecordedCall> all = index.list();

        assertThat(all).extracting(RecordedCall::folder).containsExactlyInAnyOrder(good, garbage, other, noCall, cut);
        assertThat(all)
                .extracting(RecordedCall::state)
                .containsExactly(State.CUT, State.UNREADABLE, State.UNREADABLE, State.UNREADABLE, State.WHOLE);
        assertThat(all.get(0).startedAt()).isEqualTo(Instant.parse("2026-02-01T00:00:04Z"));
        assertThat(all.get(0).label().kept())
                .as("a label that cannot be read may hold a mark")
                .isTrue();
    }

    @Test
    void aCallThatIsBeingRecordedIsSeenAsThat() throws IOException {
        FakeCall running = FakeCall.into(new CallTimeline("0.1.0", store.place("0.1.0")))
                .at(1000)
                .agentSends(100)
                .runsUntil(2000);
        assertThat(only().state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> store.delete(only().folder())).hasMessageContaining("being recorded");

        running.hangsUpAt(3000);

        assertThat(only().state()).isEqualTo(State.WHOLE);
    }

    @Test
    void markedCallsStayWhenTheOldestGoAndWhenAllAreDeleted() throws IOException {
        RecordingStore small = new RecordingStore(folder, 100);
        Path marked = broken("20260201-000001-CAa", "{}");
        Path old = broken("20260201-000002-CAb", " ".repeat(101));
        small.label(marked, label -> label.kept(true));

        assertThat(small.tidy().calls()).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(small.clear().calls()).isEqualTo(1);
        small.delete(marked);
        assertThat(small.look()).isEqualTo(RecordingStore.Usage.NOTHING);
    }

    @Test
    void nothingOutsideTheStoreIsDeletedOrLabelled(@TempDir Path elsewhere) {
        Path call = elsewhere.resolve("20260201-000001-CAa");

        assertThatThrownBy(() -> store.delete(call)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.label(folder.resolve("notes"), label -> label))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServerIsNamedInAFewWords() {
        assertThat(RecordingLabel.target(URI.create("http://localhost:3000/voice")))
                .isEqualTo(":3000/voice");
        assertThat(RecordingLabel.target(URI.create("https://me:secret@example.com/a?token=1")))
                .isEqualTo("example.com/a");
    }

    private RecordedCall only() throws IOException {
        List<RecordedCall> all = index.list();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Path broken(String name, String result) throws IOException {
        Path call = Files.createDirectories(folder.resolve(name));
        Files.writeString(call.resolve(CallFiles.RESULT), result);
        return call;
    }

    private CallResult call(RecordingLabel label) {
        return FakeCall.into(new CallTimeline("0.1.0", store.place("0.1.0", label)))
                .at(500)
                .callerSpeaks(1000)
                .at(2105)
                .agentSends(600)
                .at(4000)
                .callerSpeaks(1000)
                .at(5900)
                .agentSends(600)
                .found(StreamCode.INVALID_MESSAGE.found("An event that Twilio does not know."))
                .hangsUpAt(8000);
    }

    private static Path recording(CallResult result) {
        CallResult.Kept kept = result.recording();
        return Path.of(kept == null ? "" : String.valueOf(kept.folder()));
    }
}
