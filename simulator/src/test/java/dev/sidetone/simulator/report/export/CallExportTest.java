package dev.sidetone.simulator.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded call in the files of other programs. */
class CallExportTest {
    @TempDir
    private Path folder = Path.of("");

    private Path call = Path.of("");

    @BeforeEach
    void aCallWithAnInterruption() throws IOException {
        Path calls = folder.resolve("calls");
        FakeCall.into(new CallTimeline("0.1.0", CallFolder.keptIn(calls, "0.1.0"), Checks.forOneCall()))
                .at(80)
                .agentSends(800)
                .at(2000)
                .callerSpeaks(1000)
                .at(2900)
                .someoneSays("caller", "=1+1, \"please\"\tnow")
                .at(3605)
                .agentSends(5000)
                .at(3700)
                .someoneSays("agent", "It is two.")
                .at(5000)
                .callerSpeaks(700)
                .at(5100)
                .serverClears()
                .at(7000)
                .callerPresses('5')
                .hangsUpAt(9000);
        call = list(calls).get(0);
    }

    @Test
    void theSoundIsTheRecordingsOwn() throws Exception {
        assertThat(exported(CallExport.WAV)).hasSameBinaryContentAs(call.resolve("call.wav"));
    }

    @Test
    void thePageAndTheResultAreThoseOfTheCommandLine() throws Exception {
        assertThat(Files.readString(exported(CallExport.HTML))).contains("\"ttfa\":\"620.0 ms\"");

        String json = Files.readString(exported(CallExport.JSON));
        assertThat(ResultJson.read(json).turns()).hasSize(2);
        assertThat(ResultJson.read(json).turns().get(0).ttfaMs()).isEqualTo(620);
    }

    @Test
    void labelsLieOnTheSoundInTheOrderOfTime() throws Exception {
        List<String> labels = Files.readAllLines(exported(CallExport.LABELS));

        assertThat(labels)
                .contains(
                        "3.000000\t3.620000\tTTFA 620 ms",
                        "5.000000\t5.100000\tbarge-in, silent after 100 ms",
                        "7.000000\t7.000000\tkey 5",
                        "3.700000\t3.700000\tagent: It is two.")
                .allSatisfy(label -> assertThat(label.split("\t", -1)).hasSize(3))
                .isSortedAccordingTo((one, other) -> Double.compare(second(one), second(other)));
    }

    @Test
    void aRowOfTheTurnsHoldsItsFiguresAndItsWordsAndNoFormula() throws Exception {
        List<String> rows = Files.readAllLines(exported(CallExport.CSV));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .startsWith("turn,callerStartAtMs,callerEndAtMs,")
                .endsWith(",callerWords,agentWords");
        assertThat(rows.get(1))
                .startsWith("1,2000.000,3000.000,")
                .contains(",620.000,", ",\"'=1+1, \"\"please\"\"")
                .endsWith(",\"It is two.\"");
        assertThat(rows.get(2)).as("no words").endsWith(",,");
    }

    @Test
    void aFileIsReplacedAsAWholeOrNotAtAll() throws Exception {
        Path old = Files.writeString(folder.resolve("old.csv"), "what was there before");
        CallExport.CSV.write(call, old, Checks::forOneCall);
        assertThat(Files.readString(old)).startsWith("turn,");

        Files.writeString(call.resolve("events.jsonl"), "{}\nrubbish\n{}\n");
        assertThatThrownBy(() -> CallExport.CSV.write(call, old, Checks::forOneCall))
                .isInstanceOf(WrongSetting.class);
        assertThat(Files.readString(old)).startsWith("turn,");
        assertThat(list(folder)).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void whatCannotBeWrittenIsOneSentence() {
        assertThatThrownBy(() -> CallExport.CSV.write(call, folder, Checks::forOneCall))
                .hasMessage(folder + " is a folder: name a file in it");
        Path nowhere = folder.resolve("no/such/turns.csv");
        assertThatThrownBy(() -> CallExport.CSV.write(call, nowhere, Checks::forOneCall))
                .hasMessage(nowhere + " cannot be written: there is no such folder; choose another place");
    }

    private Path exported(CallExport kind) throws Exception {
        Path file = folder.resolve(kind.fileName(call));
        kind.write(call, file, Checks::forOneCall);
        return file;
    }

    private static double second(String label) {
        return Double.parseDouble(label.substring(0, label.indexOf('\t')));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
