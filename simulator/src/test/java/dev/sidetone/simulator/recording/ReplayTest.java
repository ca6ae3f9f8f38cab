package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.StreamCode;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallResult.ReportedFinding;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import dev.sidetone.simulator.timeline.LatencyDigest;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded call is judged again: by today's checks where its sound is there, else as it was. */
class ReplayTest {
    @TempDir
    private Path parent = Path.of("");

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void aRecordingGivesTheNumbersAndTheFindingsOfItsCall() throws IOException {
        CallResult judged =
                troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);

        assertThat(codes(judged)).contains("31951", "no-clear-on-barge-in");
        assertThat(replay(Checks.forOneCall()).result())
                .usingRecursiveComparison()
                .withEqualsForType(LatencyDigest::equals, LatencyDigest.class)
                .ignoringFields("sidetone")
                .isEqualTo(judged);
    }

    @Test
    void aCallThatWasMeasuredAtTheBridgeIsReplayedAsOne() throws IOException {
        CallResult judged = troubled(
                        FakeCall.into(timeline(Checks.forLiveCall())).atBridge())
                .hangsUpAt(16_000);

        CallResult replayed = replay(Checks.forLiveCall()).result();

        assertThat(replayed.call().atBridge()).isTrue();
        assertThat(replayed.turns()).isEqualTo(judged.turns());
        assertThat(codes(replayed)).isEqualTo(codes(judged)).contains("31951");
    }

    @Test
    void edgesThatWereFoundByEnergyAreFoundAgainAndNotTwice() throws IOException {
        CallResult judged =
                troubled(FakeCall.byEarInto(timeline(Checks.forOneCall()))).hangsUpAt(16_000);

        Replay replay = replay(Checks.forOneCall());

        assertThat(replay.result().turns()).isEqualTo(judged.turns()).hasSize(4);
        assertThat(facts).filteredOn(Fact.CallerStarted.class::isInstance).hasSize(4);
    }

    @Test
    void todaysChecksJudgeAndWhatTheLineSawStays() throws IOException {
        CallResult unjudged =
                troubled(FakeCall.into(timeline(TimelineObserver.Factory.NONE))).hangsUpAt(16_000);
        assertThat(codes(unjudged)).containsExactly("31951");

        assertThat(codes(replay(Checks.forOneCall()).result())).contains("31951", "no-clear-on-barge-in");
        assertThat(codes(replay(TimelineObserver.Factory.NONE).result())).containsExactly("31951");
    }

    @Test
    void whatAnOldCheckFoundAndTodaysDoNotIsGone() throws IOException {
        troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);

        assertThat(codes(replay(TimelineObserver.Factory.NONE).result())).containsExactly("31951");
    }

    @Test
    void aRecordingWithoutItsSoundKeepsItsResultAndSaysWhy() throws IOException {
        CallResult judged =
                troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);
        Files.delete(folder().resolve("call.wav"));

        Replay replay = replay(TimelineObserver.Factory.NONE);

        assertThat(replay.whyNotJudged()).isEqualTo("call.wav is not there");
        assertThat(codes(replay.result())).isEqualTo(codes(judged));
        assertThat(facts).hasAtLeastOneElementOfType(Fact.CallEnded.class);
    }

    @Test
    void soundThatEndsEarlyIsNotTakenForSilence() throws IOException {
        troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);
        Path wav = folder().resolve("call.wav");
        Files.write(wav, Arrays.copyOf(Files.readAllBytes(wav), 5 * 32_000));

        assertThat(replay(Checks.forOneCall()).whyNotJudged()).isEqualTo("call.wav has 5 s of the call's 15 s");
    }

    @Test
    void aCallWhoseEndIsNotInItIsCut() throws IOException {
        CallTimeline timeline = timeline(Checks.forOneCall());
        troubled(FakeCall.into(timeline)).runsUntil(12_000);
        assertThat(Recording.open(folder()).isBeingWritten()).isTrue();
        timeline.close(FakeCall.ns(12_000));
        assertThat(Recording.open(folder()).isBeingWritten()).isFalse();

        Replay replay = replay(Checks.forOneCall());

        assertThat(replay.isCut()).isTrue();
        assertThat(replay.whyNotJudged()).isNull();
        assertThat(replay.result().call().durationMs()).isNull();
        assertThat(codes(replay.result())).contains("no-clear-on-barge-in");
    }

    @Test
    void aLineThatCannotBeReadIsNamedByItsNumber() throws IOException {
        troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);
        Path events = folder().resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(events));
        lines.set(16, "rubbish");
        Files.write(events, lines);

        assertThatThrownBy(() -> replay(Checks.forOneCall()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("events.jsonl, line 17: ");
    }

    @Test
    void ticksThatGoBackInTimeAreRefused() throws IOException {
        troubled(FakeCall.into(timeline(Checks.forOneCall()))).hangsUpAt(16_000);
        Path events = folder().resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(events));
        String tick = lines.stream()
                .filter(line -> line.contains("\"Tick\""))
                .findFirst()
                .orElseThrow();
        lines.add(lines.size() - 2, tick);
        Files.write(events, lines);

        assertThatThrownBy(() -> replay(Checks.forOneCall()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("events.jsonl goes back in time at tick 0");
    }

    private static FakeCall troubled(FakeCall call) {
        return call.at(500)
                .callerSpeaks(1000)
                .at(2705)
                .agentSends(6000)
                .at(4000)
                .callerSpeaks(700)
                .at(4950)
                .found(StreamCode.INVALID_MESSAGE.found("An event that Twilio does not know."))
                .at(10_000)
                .callerSpeaks(1000)
                .at(11_600)
                .agentSends(1000)
                .at(14_000)
                .callerSpeaks(500);
    }

    private CallTimeline timeline(TimelineObserver.Factory checks) {
        return new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"), checks);
    }

    private Path folder() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList().get(0);
        }
    }

    private Replay replay(TimelineObserver.Factory checks) throws IOException {
        facts.clear();
        return Replay.of(Recording.open(folder()), checks, facts::add);
    }

    private static List<String> codes(CallResult result) {
        return result.findings().stream().map(ReportedFinding::code).toList();
    }
}
