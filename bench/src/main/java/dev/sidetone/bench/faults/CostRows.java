package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;

import dev.sidetone.bench.peer.RawConnection;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bridge.time.NanoClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rows about inputs whose cost could grow faster than their length, and about settings that cannot be. */
final class CostRows {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final String BOMB = "agent: practice\ninstructions: &a [x,x,x,x,x,x,x,x,x]\n"
            + "headers: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nheaders2: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
            + "headers3: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\nheaders4: [*d,*d,*d,*d,*d,*d,*d,*d,*d]\n";

    static final List<FaultRow> ROWS = List.of(
            row(
                    "dear-host",
                    "40 requests whose `Host` of 7.8 kB is made for a regular expression",
                    "nothing: no call waits for them",
                    "403 each, within milliseconds",
                    CostRows::dearHost),
            settings("yaml-bomb", "an agent's settings with aliases of aliases", BOMB, "alias"),
            settings(
                    "absurd-number",
                    "an agent's settings with a number beyond all use",
                    "agent: practice\nturn-detection: { type: server_vad, silence: 99999999999s }\n",
                    "99999999999s"),
            settings(
                    "second-document",
                    "an agent's settings with a second YAML document",
                    "agent: practice\n---\nagent: practice\n",
                    "document"),
            row(
                    "env-with-bom",
                    "a `.env` that begins with a byte order mark",
                    "nothing: calls signed by its token are answered",
                    "the token counts: another one gets 403",
                    CostRows::envWithBom),
            row(
                    "absurd-recording",
                    "a recording whose facts lie centuries apart, played as a caller",
                    "–",
                    "exit code 2 and a sentence that names the fact",
                    CostRows::absurdRecording));

    private CostRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.COST, name, fault, caller, operator, List.of(), run);
    }

    private static FaultRow settings(String name, String fault, String yaml, String named) {
        return row(
                name,
                fault,
                "nothing: the settings of the last call stay",
                "a line in the log; at the start exit code 2; both name file and line",
                scene -> badSettings(scene, yaml, named));
    }

    private static void dearHost(FaultScene scene) throws Exception {
        scene.bridge();
        String request = "POST /voice HTTP/1.1\r\nHost: " + "a:".repeat(3_900)
                + "\r\nX-Twilio-Signature: AAAA\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        List<RawConnection> all = new ArrayList<>();
        long startNs = CLOCK.nowNs();
        for (int i = 0; i < 40; i++) {
            RawConnection one = scene.keep(new RawConnection(scene.port()));
            one.send(request);
            all.add(one);
        }
        for (RawConnection one : all) {
            int status = one.status();
            expect("it is refused, not answered with " + status, status >= 400 && status < 500);
        }
        long ms = (CLOCK.nowNs() - startNs) / 1_000_000;
        expect("all 40 took " + ms + " ms", ms < 4_000);
    }

    private static void badSettings(FaultScene scene, String yaml, String named) throws Exception {
        Path file = scene.file("agent.yaml", "agent: practice\n");
        ObservedProcess bridge = scene.bridge("--agent-config", file.toString());
        Files.writeString(file, yaml);
        scene.newCall("a call with the last good settings");
        String line = bridge.await("the settings of the last call stay");
        expect("the log names what is wrong: " + line, line.contains(named) && line.contains("agent.yaml"));
        ObservedProcess second = scene.start(aBridge("--agent-config", file.toString()));
        expect("a start with them ends with 2, not " + second.exitCode(), second.exitCode() == 2);
        expect("it says why: " + second.lines(), second.count(named) > 0);
        Files.writeString(file, "agent: practice\n");
    }

    private static void envWithBom(FaultScene scene) throws Exception {
        String token = "c".repeat(32);
        Path env = scene.file(".env", "\ufeffTWILIO_AUTH_TOKEN=" + token + "\n");
        scene.bridge();
        CallRun foreign =
                scene.call(SidetoneCommand.of("call", "--to", scene.webhook().toString())
                        .with("TWILIO_AUTH_TOKEN", "d".repeat(32)));
        expect("another token gets no call: " + foreign, foreign.exitCode() != 0 && !foreign.wasHeard());
        expect("the file is as it was", Files.readString(env).contains(token));
    }

    private static void absurdRecording(FaultScene scene) throws Exception {
        Path calls = scene.folder().resolve("calls");
        CallRun recorded = scene.call("--record", calls.toString());
        expect(
                "a call is recorded: " + recorded,
                recorded.json().at("/recording/kept").asBoolean());
        Path call = onlyFolder(calls);
        Path events = call.resolve("events.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(events, StandardCharsets.UTF_8));
        lines.set(
                lines.size() / 2,
                lines.get(lines.size() / 2).replaceFirst("\"atNs\":-?\\d+", "\"atNs\":9000000000000000000"));
        Files.write(events, lines);
        CallRun played = scene.call("--caller", call.toString());
        expect("it ends with 2: " + played, played.exitCode() == 2);
        expect("a sentence says why: " + played.lines(), played.lines().size() < 4);
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.findFirst().orElseThrow();
        }
    }
}
