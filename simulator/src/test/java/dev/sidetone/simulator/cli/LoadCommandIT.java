package dev.sidetone.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.loopback.ReservedPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole loads on loopback. How late this machine is, and what is withheld for it, is not judged. */
@Tag("real-time")
@Timeout(240)
class LoadCommandIT {
    private static final int CALLS = 30;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void thirtyCallsOfAScenarioAreAnsweredRecordedAndCountedOnAFewThreads() throws Exception {
        Path scenario = Files.writeString(
                folder.resolve("short.yaml"), "steps:\n  - hear: agent\n  - press: \"5\"\n  - hang-up: true\n");
        Path json = folder.resolve("load.json");
        Path page = folder.resolve("load.html");
        Path recordings = folder.resolve("calls");

        int code = run(
                "load",
                scenario.toString(),
                "--calls",
                String.valueOf(CALLS),
                "--ramp",
                "30",
                "--record",
                recordings.toString(),
                "--record-every",
                "15",
                "--json",
                json.toString(),
                "--html",
                page.toString());

        assertThat(code).as(text(err)).isIn(ExitCode.DONE.number(), ExitCode.COULD_NOT_RUN.number());
        JsonNode load = new ObjectMapper().readTree(Files.readString(json));
        assertThat(load.get("calls").toString())
                .isEqualTo("{\"started\":30,\"answered\":30,\"failed\":0,\"dropped\":0}");
        assertThat(load.get("perSecond")).isNotEmpty();
        assertThat(load.at("/lateness/p99Ms").isNumber()).isTrue();
        assertThat(load.get("capacity").isNull()).isTrue();
        assertThat(load.at("/process/threads").asInt()).isPositive();
        assertThat(text(out)).contains("30 started, 30 answered, 0 failed, 0 dropped");
        assertThat(Files.readString(page)).contains("</html>");
        try (Stream<Path> kept = Files.list(recordings)) {
            List<Path> folders = kept.toList();
            assertThat(folders).hasSize(2).allMatch(each -> Files.exists(each.resolve("result.json")));
        }
    }

    @Test
    void anInterruptHangsUpAndStillReports() throws IOException {
        Path json = folder.resolve("load.json");
        InterruptedTerminal terminal = new InterruptedTerminal();
        HostProcess process = new HostProcess(Map.of(), folder, stream(out), terminal.err(), terminal);

        int code = Sidetone.run(process, "load", "--calls", "20", "--for", "10m", "--json", json.toString());

        assertThat(code).isZero();
        JsonNode load = new ObjectMapper().readTree(Files.readString(json));
        assertThat(load.at("/calls/failed").asInt()).isZero();
        assertThat(load.at("/calls/started").asInt()).isLessThanOrEqualTo(20);
        assertThat(terminal.ended).isTrue();
    }

    @Test
    void aServerThatIsNotThereEndsALoadAfterAFewCalls() throws IOException {
        Path json = folder.resolve("load.json");
        int code;
        try (ReservedPort nobody = new ReservedPort()) {
            String to = "http://127.0.0.1:" + nobody.number() + "/voice";
            code = run("load", "--to", to, "--calls", "500", "--ramp", "20", "--for", "10m", "--json", json.toString());
        }
        assertThat(code).isEqualTo(ExitCode.COULD_NOT_RUN.number());
        assertThat(text(err)).contains("no call was answered. Nobody listens at ");
        JsonNode load = new ObjectMapper().readTree(Files.readString(json));
        assertThat(load.at("/calls/failed").asInt()).isBetween(10, 100);
        assertThat(load.at("/failures/0/calls").asInt())
                .isEqualTo(load.at("/calls/failed").asInt());
    }

    private int run(String... arguments) {
        HostProcess process = new HostProcess(Map.of(), folder, stream(out), stream(err), new InterruptedTerminal());
        return Sidetone.run(process, arguments);
    }

    private static PrintStream stream(OutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A terminal at which somebody presses Ctrl-C as soon as it shows that the load goes on. */
    private static final class InterruptedTerminal implements StopSignalSource {
        private volatile Runnable signal = () -> {};
        private volatile boolean ended;

        @Override
        public void forward(Runnable onSignal) {
            signal = onSignal;
        }

        @Override
        public void finished() {
            ended = true;
        }

        PrintStream err() {
            return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
                @Override
                public void println(String line) {
                    if (line.startsWith("load 00:")) {
                        signal.run();
                    }
                }
            };
        }
    }
}
