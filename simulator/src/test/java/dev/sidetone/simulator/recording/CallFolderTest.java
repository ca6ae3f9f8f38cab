package dev.sidetone.simulator.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CallFolderTest {
    private static final String NAME = "20260131-120000-" + FakeCall.CALL_SID;

    private final Path parent;

    CallFolderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void aCallIsOneFolderNamedByItsTimeAndItsSid() throws IOException {
        record(spoken());

        assertThat(files(parent)).containsExactly(NAME);
        assertThat(files(parent.resolve(NAME)))
                .containsExactly("call.wav", "events.jsonl", "result.json", "sent.ulaw", "transcript.txt");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no POSIX permissions")
    void onlyItsOwnerMayReadIt() throws IOException {
        record(spoken());

        Path folder = parent.resolve(NAME);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String file : files(folder)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void theEventsAloneGiveTheVeryNumbersOfTheCall() throws IOException {
        CallResult live = record(spoken());

        assertThat(Recording.recompute(parent.resolve(NAME))).isEqualTo(live.withRecording(null));
        assertThat(live.turns()).hasSize(2);
        assertThat(live.bargeIns()).hasSize(1);
    }

    @Test
    void theEventsGiveTheSameNumbersWhenTheEdgesWereFoundByEnergy() throws IOException {
        CallTimeline timeline = new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"));
        CallResult live = FakeCall.byEarInto(timeline)
                .at(1000)
                .callerSpeaks(800)
                .at(2105)
                .agentSends(3000)
                .at(3003)
                .callerSpeaks(500)
                .at(3300)
                .serverClears()
                .hangsUpAt(5000);

        assertThat(Recording.recompute(parent.resolve(NAME))).isEqualTo(live.withRecording(null));
        assertThat(live.turns()).hasSize(2);
    }

    @Test
    void theResultIsReadFromItsFileWhenItIsThere() throws IOException {
        CallResult live = record(spoken());

        assertThat(ResultJson.write(Recording.open(parent.resolve(NAME)).result()))
                .isEqualTo(ResultJson.write(live));
    }

    @Test
    void bothVoicesLieInTheWavWhereTheyBelongInTime() throws IOException {
        record(FakeCall.into(timeline())
                .at(1000)
                .callerSpeaks(500)
                .at(2105)
                .agentSends(100)
                .at(1500)
                .ticksAreGivenUp(5));

        // The first tick is that of 20 ms: the file begins with the sound of 0 ms.
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(parent.resolve(NAME).resolve("call.wav")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(wav.getInt(4)).isEqualTo(wav.capacity() - 8);
        assertThat(wav.getInt(40)).isEqualTo(wav.capacity() - 44);
        assertThat(firstLoudSample(wav, 0)).isEqualTo(1000 * 8);
        assertThat(firstLoudSample(wav, 2)).isEqualTo(2120 * 8);
    }

    @Test
    void theCallersVoiceComesBackAsTheLineCarriedIt() throws IOException {
        record(FakeCall.into(timeline()).at(1000).callerSpeaks(500));

        byte[] caller = Recording.open(parent.resolve(NAME)).callerMulaw();
        assertThat(caller[1000 * 8 - 1]).isEqualTo(Mulaw.SILENCE);
        assertThat(caller[1000 * 8]).isEqualTo(Mulaw.encode((short) 4000));
        assertThat(caller[1500 * 8 - 1]).isEqualTo(Mulaw.encode((short) 4000));
        assertThat(caller[1500 * 8]).isEqualTo(Mulaw.SILENCE);
    }

    @Test
    void everyByteTheServerSentIsKeptAndTheEventsSayWhere() throws IOException {
        record(FakeCall.into(timeline()).at(1000).agentSends(100).at(1001).agentSendsSilence(50));

        Path folder = parent.resolve(NAME);
        assertThat(Files.size(folder.resolve("sent.ulaw"))).isEqualTo(150 * 8);
        assertThat(Files.readAllLines(folder.resolve("events.jsonl")))
                .filteredOn(line -> line.contains("MediaArrived"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"bytes\":800").contains("\"sentByte\":0}"),
                        line -> assertThat(line).contains("\"bytes\":400").contains("\"sentByte\":800}"));
    }

    @Test
    void aTranscriptReadsLikeOne() throws IOException {
        record(FakeCall.into(timeline())
                .at(4200)
                .someoneSays("caller", "I'd like\na table.")
                .at(64900)
                .someoneSays("agent", "For how many?"));

        assertThat(Files.readString(parent.resolve(NAME).resolve("transcript.txt")))
                .isEqualTo("00:04.2  caller: I'd like a table.\n01:04.9  agent: For how many?\n");
    }

    @Test
    void whatIsNotToBeKeptIsGoneWithTheCall() {
        CallFolder folder = CallFolder.temporary("0.1.0");
        CallTimeline timeline = new CallTimeline("0.1.0", folder);
        FakeCall call = FakeCall.into(timeline).at(1000).agentSends(100).runsUntil(2000);
        Path path = Objects.requireNonNull(folder.folder());
        assertThat(path.resolve("call.wav")).exists();

        call.hangsUpAt(3000);

        assertThat(path).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeStopsNoCall() throws IOException {
        Path file = Files.createFile(parent.resolve("a file"));
        CallTimeline timeline = new CallTimeline("0.1.0", CallFolder.keptIn(file, "0.1.0"));
        List<Fact> notes = new ArrayList<>();
        timeline.listen(fact -> {
            if (fact instanceof Fact.Noted) {
                notes.add(fact);
            }
        });

        CallResult result = FakeCall.into(timeline)
                .at(1000)
                .callerSpeaks(500)
                .at(2005)
                .agentSends(100)
                .hangsUpAt(4000);

        assertThat(notes).singleElement().satisfies(note -> assertThat(note.toString())
                .contains("recording stopped", "a file"));
        assertThat(result.turns()).hasSize(1);
        assertThat(result.recording()).satisfies(recording -> {
            assertThat(recording.kept()).isFalse();
            assertThat(recording.folder()).isNull();
            assertThat(recording.why()).contains("a file");
        });
        assertThat(result.findings()).isEmpty();
    }

    @Test
    void aFolderThatIsNoRecordingIsSaidToBeNone() {
        assertThatThrownBy(() -> Recording.open(parent))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a recorded call");
    }

    private CallTimeline timeline() {
        return new CallTimeline("0.1.0", CallFolder.keptIn(parent, "0.1.0"));
    }

    private FakeCall spoken() {
        return FakeCall.into(timeline())
                .at(80.2)
                .agentSendsSilence(33)
                .agentSends(700)
                .at(1000.125)
                .callerSpeaks(777.5)
                .at(1810)
                .lineStalls(7.3)
                .at(2005.3)
                .agentSends(4000)
                .at(3100)
                .callerSpeaks(600)
                .at(3311.7)
                .serverClears()
                .at(4400.9)
                .agentSends(300);
    }

    private static CallResult record(FakeCall call) {
        return call.hangsUpAt(66000);
    }

    private static int firstLoudSample(ByteBuffer wav, int lane) {
        int at = 44 + lane;
        while (wav.getShort(at) == 0) {
            at += 4;
        }
        return (at - 44) / 4;
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
