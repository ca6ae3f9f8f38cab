package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.findings.ConnectionCode;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.WordLog;
import dev.sidetone.simulator.wire.WireLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Every output of a call, searched for planted text. */
public final class PlantedOutputs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlantedOutputs() {}

    /** Plays {@code all} into a call that is printed, and recorded below {@code folder}, and looks at everything that comes out. */
    public static void check(Path folder, List<Fact> all) throws IOException {
        CallFolder recorded = CallFolder.keptIn(folder, "0.1.0");
        CallTimeline timeline = new CallTimeline("0.1.0", recorded, Checks.forOneCall());
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        timeline.listen(
                new EventLog(new EventPrinter(new PrintStream(lines, true, StandardCharsets.UTF_8), false, "")));
        WireLog wire = new WireLog();
        WordLog words = new WordLog();
        timeline.listen(wire);
        timeline.listen(words);
        all.forEach(timeline::add);
        timeline.add(ConnectionCode.SIMULATOR_FAULT
                .found(Planted.all("what"), Planted.all("cure"))
                .at(98_000_000_000L));
        timeline.add(new Fact.CallEnded(99_000_000_000L, EndedBy.SERVER, Planted.all("why")));
        CallResult result = timeline.close(99_000_000_000L);

        Planted.isNowhereIn("the lines", lines.toString(StandardCharsets.UTF_8));
        timeline.sketch().marks().facts().forEach(mark -> Planted.isNowhereIn("a mark in the picture", mark.name()));
        wire.since(0).rows().forEach(row -> Planted.isNowhereIn("a message", row.kind() + row.json()));
        words.words().forEach(said -> Planted.isNowhereIn("words", said.speaker() + said.text()));
        Planted.isNowhereIn("the report", new CallReport(false).text(result));
        String json = ResultJson.write(result);
        Planted.isNowhereIn("--json", json);
        assertThat(ResultJson.read(json).findings()).isEqualTo(result.findings());
        Path call = Objects.requireNonNull(recorded.folder());
        for (String name : List.of("events.jsonl", "transcript.txt", "result.json")) {
            Planted.isNowhereIn(name, Files.readString(call.resolve(name)));
        }
        for (String line : Files.readAllLines(call.resolve("events.jsonl"))) {
            assertThat(JSON.readTree(line).isObject()).isTrue();
        }
    }
}
