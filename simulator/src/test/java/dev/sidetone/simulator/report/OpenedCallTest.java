package dev.sidetone.simulator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.LatencyDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded call in view is the call that it was: the same figures, events and picture. */
class OpenedCallTest {
    private static final int CALL_MS = 16_000;

    private final Path parent;
    private final CallTimeline timeline;
    private final List<EventLine> lines = new ArrayList<>();

    OpenedCallTest(@TempDir Path parent) {
        this.parent = parent;
        this.timeline = new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"), Checks.forOneCall());
        timeline.listen(new EventLog(lines::add));
    }

    @Test
    void itShowsTheResultOfTheReportAndTheEventsOfTheCall() throws Exception {
        SampleCalls.troubled(timeline).hangsUpAt(CALL_MS);
        List<Double> progress = new ArrayList<>();

        OpenedCall opened = OpenedCall.open(folder(), Checks::forOneCall, progress::add);

        assertThat(opened.result())
                .usingRecursiveComparison()
                .withEqualsForType(LatencyDigest::equals, LatencyDigest.class)
                .isEqualTo(KeptCall.recorded(folder(), Checks::forOneCall).result());
        assertThat(opened.result().turns()).isNotEmpty();
        assertThat(events(opened)).isEqualTo(lines);
        assertThat(opened.notes()).isEmpty();
        assertThat(opened.isOver()).isTrue();
        assertThat(opened.elapsedMs()).isEqualTo(opened.result().call().durationMs());
        assertThat(opened.recording()).isEqualTo(folder());
        assertThat(opened.timeline().resultSoFar().turns())
                .isEqualTo(opened.result().turns());
        assertThat(opened.timeline().sketch().pyramid().begun(0))
                .isEqualTo(timeline.sketch().pyramid().begun(0));
        assertThat(progress).isSorted().hasSizeGreaterThan(50).last().satisfies(done -> assertThat(done)
                .isGreaterThan(0.95));
    }

    @Test
    void aCutRecordingOpensAsFarAsItGoesAndSaysSo() throws Exception {
        SampleCalls.troubled(timeline).runsUntil(12_000);
        timeline.close(0);

        OpenedCall opened = OpenedCall.open(folder(), Checks::forOneCall, done -> {});

        assertThat(opened.notes()).singleElement().asString().startsWith("The recording is cut off");
        assertThat(opened.isOver()).isTrue();
        assertThat(opened.elapsedMs()).isBetween(11_000.0, 12_100.0);
        assertThat(opened.result().turns()).isNotEmpty();
    }

    @Test
    void withoutItsSoundItShowsTheResultOfTheDayAndTheTurnsInSilence() throws Exception {
        CallResult then = SampleCalls.troubled(timeline).hangsUpAt(CALL_MS);
        Files.delete(folder().resolve("call.wav"));

        OpenedCall opened = OpenedCall.open(folder(), Checks::forOneCall, done -> {});

        assertThat(opened.notes()).singleElement().asString().contains("call.wav is not there");
        assertThat(opened.result().turns()).isEqualTo(then.turns());
        assertThat(opened.timeline().resultSoFar().turns()).isEqualTo(then.turns());
        assertThat(opened.timeline().sketch().zero()).isNotNull();
        assertThat(events(opened)).isEqualTo(lines);
    }

    @Test
    void whatCannotBeOpenedIsSaidInOneSentence() throws Exception {
        SampleCalls.troubled(timeline).hangsUpAt(CALL_MS);
        Path events = folder().resolve("events.jsonl");
        List<String> text = new ArrayList<>(Files.readAllLines(events));
        text.set(16, "rubbish");
        Files.write(events, text);

        assertThatThrownBy(() -> OpenedCall.open(folder(), Checks::forOneCall, done -> {}))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("events.jsonl, line 17: ");
        assertThatThrownBy(() -> OpenedCall.open(parent.resolve("gone"), Checks::forOneCall, done -> {}))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("is not a recorded call");
    }

    @Test
    void openingEndsWhenItsThreadIsInterrupted() throws Exception {
        SampleCalls.troubled(timeline).hangsUpAt(CALL_MS);
        Path folder = folder();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> OpenedCall.open(folder, Checks::forOneCall, done -> {}))
                .hasMessageContaining("reading was stopped");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<EventLine> events(WatchedCall call) {
        return Stream.generate(call::nextEventLine)
                .takeWhile(line -> line != null)
                .toList();
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList().get(0);
        }
    }
}
