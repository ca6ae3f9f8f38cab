package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.FakeCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded calls, opened again from the command line. */
class ReportCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRecordedCallIsToldAgainAndJudgedAgain() throws IOException {
        Path call = recorded("calls", true);
        Path json = folder.resolve("result.json");

        assertThat(run(call.toString(), "--json", json.toString())).isEqualTo(1);

        assertThat(text(out))
                .containsSubsequence(
                        "00:02.0  caller  speaks",
                        "00:03.6  agent   answers after 620.0 ms",
                        "finding error no-clear-on-barge-in",
                        "00:09.0  call    over, ended by caller: the caller hung up",
                        "Call " + FakeCall.CALL_SID,
                        "turn  caller spoke",
                        "Findings  1",
                        "error no-clear-on-barge-in");
        assertThat(text(err)).isEmpty();
        assertThat(JSON.readTree(Files.readString(json)).at("/findings/0/code").asText())
                .isEqualTo("no-clear-on-barge-in");
    }

    @Test
    void aPageIsWrittenAndNothingBesideIt() throws IOException {
        Path call = recorded("calls", false);
        Path page = folder.resolve("call.html");
        List<Path> before = all();

        assertThat(run(call.toString(), "--html", page.toString())).isZero();

        assertThat(Files.readString(page).contains("\"ttfa\":\"620.0 ms\"")).isTrue();
        List<Path> added = new ArrayList<>(all());
        added.removeAll(before);
        assertThat(added).containsExactly(page);
        assertThat(text(out)).isEmpty();
        assertThat(text(err)).isEqualTo("page: " + page + System.lineSeparator());
    }

    @Test
    void momentsAndTurnsOfOneCallAreWrittenForOtherPrograms() throws IOException {
        Path call = recorded("calls", false);
        Path labels = folder.resolve("labels.txt");
        Path turns = folder.resolve("turns.csv");

        assertThat(run(call.toString(), "--labels", labels.toString(), "--csv", turns.toString()))
                .isZero();

        assertThat(Files.readString(labels)).contains("\tturn 1\n", "\tTTFA 620 ms\n");
        assertThat(Files.readString(turns)).startsWith("turn,callerStartAtMs,").contains(",620.000,");
        assertThat(text(err)).contains("labels: " + labels, "turns: " + turns);

        recorded("calls", false);
        assertThat(run(folder.resolve("calls").toString(), "--csv", turns.toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("--csv is of one call");
    }

    @Test
    void aFolderOfCallsIsATableWithALineForEach() throws IOException {
        recorded("calls", false);
        recorded("calls", true);
        Path page = folder.resolve("run.html");
        Path json = folder.resolve("run.json");

        assertThat(run(folder.resolve("calls").toString(), "--html", page.toString(), "--json", json.toString()))
                .isEqualTo(1);

        assertThat(text(out)).contains("TTFA p50", "none", "error no-clear-on-barge-in");
        JsonNode run = JSON.readTree(Files.readString(json));
        assertThat(run.at("/verdict").asText()).isEqualTo("failed");
        assertThat(run.at("/scenarios")).hasSize(2);
        assertThat(Files.readString(page).split("id=\"caller-\\d", -1)).hasSize(3);
    }

    @Test
    void twoCallsAreComparedByTheirFigures() throws IOException {
        Path before = recorded("before", false);
        Path after = recorded("after", true);
        Path page = folder.resolve("both.html");

        assertThat(run(after.toString(), "--compare", before.toString())).isEqualTo(1);
        assertThat(text(out)).containsPattern("findings +0 +1 +\\+1").contains("found now only");

        assertThat(run(after.toString(), "--compare", before.toString(), "--html", page.toString()))
                .isEqualTo(1);
        assertThat(Files.readString(page).contains("\"comparison\":[{\"figure\":\"turns judged\""))
                .isTrue();
        assertThat(run(after.toString(), "--compare", folder.resolve("none").toString()))
                .isEqualTo(2);
        recorded("before", true);
        assertThat(run(after.toString(), "--compare", folder.resolve("before").toString()))
                .isEqualTo(2);
        assertThat(text(err))
                .contains("none is not there", "--compare puts one call beside one other", "before with 2");
    }

    @Test
    void aCallThatIsCutOffIsReportedAndSaidToBe() throws IOException {
        Path call = recorded("calls", false);
        Path events = call.resolve("events.jsonl");
        byte[] whole = Files.readAllBytes(events);
        Files.write(events, Arrays.copyOf(whole, whole.length * 2 / 3));
        Files.delete(call.resolve("result.json"));

        assertThat(run(call.toString())).isZero();

        assertThat(text(err)).contains("The recording is cut off").hasLineCount(1);
        assertThat(text(out)).contains("answers after 620.0 ms");
    }

    @Test
    void whatCannotBeOpenedIsOneClearLine() throws IOException {
        Path call = recorded("calls", false);
        says("none is not there", folder.resolve("none").toString());
        says(
                "has no call in it: name the folder",
                Files.createDirectory(folder.resolve("empty")).toString());
        says(
                "is not a sound file",
                Files.writeString(folder.resolve("a.txt"), "words").toString());
        says("--html " + folder + " is a folder", call.toString(), "--html", folder.toString());
        says(
                "there is no folder",
                call.toString(),
                "--html",
                folder.resolve("no/such/page.html").toString());

        Files.writeString(call.resolve("result.json"), "{\"sidetone\":\"9.0.0\",\"call\":{}}");
        says("delete result.json", call.toString());
        Files.delete(call.resolve("result.json"));
        Files.writeString(call.resolve("events.jsonl"), "{}\nrubbish\n{}\n");
        says("events.jsonl, line 2: what should be JSON is none", call.toString());
    }

    @Test
    void oneBadCallOfSeveralIsNamedAndLeftOut() throws IOException {
        Path bad = recorded("calls", false);
        recorded("calls", false);
        Files.writeString(bad.resolve("result.json"), "half");

        assertThat(run(folder.resolve("calls").toString())).isEqualTo(2);

        assertThat(text(err)).contains(bad + " cannot be opened", "1 of 2 calls could not be opened and are left out");
        assertThat(text(out)).contains("1 / 1").doesNotContain("Exception");
    }

    private void says(String words, String... arguments) throws IOException {
        err.reset();
        List<Path> before = all();
        assertThat(run(arguments)).as(words).isEqualTo(2);
        assertThat(text(err)).startsWith("sidetone: ").contains(words).hasLineCount(1);
        assertThat(text(out)).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    /** A question and its answer; the agent may then be interrupted and talk on. */
    private Path recorded(String parent, boolean troubled) throws IOException {
        Path calls = folder.resolve(parent);
        List<Path> before = Files.exists(calls) ? list(calls) : List.of();
        FakeCall call = FakeCall.into(new CallTimeline("0.1.0", CallFolder.keptIn(calls, "0.1.0"), Checks.forOneCall()))
                .at(80)
                .agentSends(800)
                .at(2000)
                .callerSpeaks(1000)
                .at(3605)
                .agentSends(troubled ? 5000 : 900);
        if (troubled) {
            call.at(5000).callerSpeaks(700);
        }
        call.hangsUpAt(9000);
        List<Path> made = new ArrayList<>(list(calls));
        made.removeAll(before);
        return made.get(0);
    }

    private int run(String... arguments) {
        String[] all = Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new);
        return Sidetone.run(new HostProcess(Map.of(), folder, stream(out), stream(err), new ProcessSignals()), all);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<Path> list(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList();
        }
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
