package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.expect;

import dev.sidetone.bench.peer.HandServer;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows about what others made and a person plays: documents, sounds, scenarios, recordings. */
final class ForeignFileRows {
    private static final String SMALL_HEAP = "-Xmx128m";
    private static final int WRONG = 2;
    private static final int KEYS = 60_000;
    private static final int STREAM_INFO = 34;

    static final List<FaultRow> ROWS = List.of(
            row(
                    "endless-keys",
                    "a webhook's `<Play digits>` with 60,000 waits of a second",
                    "the first 512, then the next verb",
                    "warning 12200 with the number of keys; the heap of 128 MB is enough",
                    ForeignFileRows::endlessKeys),
            row(
                    "damaged-flac",
                    "a FLAC of 44 bytes whose decoder would look for the next frame for ever, as the caller's sound",
                    "–",
                    "exit code 2 and a sentence that names the file",
                    scene -> refused(scene, damagedFlac(scene), "is damaged")),
            row(
                    "scenario-of-devices",
                    "a scenario whose sound is a link to `/dev/zero`",
                    "–",
                    "exit code 2 and a sentence that names file and line",
                    ForeignFileRows::scenarioOfDevices),
            row(
                    "recording-of-noise",
                    "a recording whose `events.jsonl` and `call.wav` hold nothing but noise",
                    "–",
                    "`report` ends with exit code 2 and one sentence",
                    ForeignFileRows::recordingOfNoise));

    private ForeignFileRows() {}

    private static FaultRow row(String name, String fault, String caller, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.FILES, name, fault, caller, operator, List.of(), run);
    }

    private static void endlessKeys(FaultScene scene) throws Exception {
        String document = "<Response><Play digits=\"" + "W".repeat(KEYS) + "\"/></Response>";
        HandServer server = scene.keep(HandServer.start(request -> request.answer(200, "text/xml", document)));
        CallRun call = scene.call(SidetoneCommand.of("call", "--to", "http://127.0.0.1:" + server.port() + "/voice")
                .java(SMALL_HEAP));
        expect("the warning names the keys: " + call, call.found("12200"));
        expect("it is a call to its end: " + call, call.exitCode() == 0 || call.exitCode() == 1);
    }

    private static Path damagedFlac(FaultScene scene) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("fLaC".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {(byte) 0x80, 0, 0, STREAM_INFO, 0x10, 0, 0x10, 0, 0, 0, 0, 0, 0, 0});
        bytes.writeBytes(new byte[] {0x01, (byte) 0xF4, 0x00, (byte) 0xF0});
        bytes.writeBytes(new byte[STREAM_INFO - 14]);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFA});
        return Files.write(scene.folder().resolve("damaged.flac"), bytes.toByteArray());
    }

    private static void refused(FaultScene scene, Path sound, String words) throws Exception {
        CallRun call = scene.call(
                SidetoneCommand.of("call", "--caller", sound.toString()).java(SMALL_HEAP));
        expect("it ends with 2: " + call, call.exitCode() == WRONG);
        expect(
                "a sentence names the file: " + call.lines(),
                call.printed(String.valueOf(sound.getFileName())) && call.printed(words));
    }

    private static void scenarioOfDevices(FaultScene scene) throws Exception {
        Files.createSymbolicLink(scene.folder().resolve("zero.wav"), Path.of("/dev/zero"));
        scenarioRefused(scene, "steps:\n  - say: zero.wav\n", "no regular file");
    }

    private static void scenarioRefused(FaultScene scene, String yaml, String words) throws Exception {
        Path file = scene.file("foreign.yaml", yaml);
        ObservedProcess run =
                scene.start(SidetoneCommand.of("run", file.toString()).java(SMALL_HEAP));
        int code = run.exitCode();
        expect("it ends with 2, not " + code + ": " + run.lines(), code == WRONG);
        expect(
                "a sentence names file and line: " + run.lines(),
                run.lines().stream().anyMatch(line -> line.contains("foreign.yaml") && line.contains(words)));
    }

    private static void recordingOfNoise(FaultScene scene) throws Exception {
        Path recording = Files.createDirectory(scene.folder().resolve("20260302-090000-CA0123"));
        byte[] noise = new byte[1 << 20];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ((i * 131) >> 3);
        }
        for (String name : List.of("events.jsonl", "call.wav", "sent.mulaw", "result.json")) {
            Files.write(recording.resolve(name), noise);
        }
        ObservedProcess report =
                scene.start(SidetoneCommand.of("report", recording.toString()).java(SMALL_HEAP));
        int code = report.exitCode();
        expect("it ends with 2, not " + code + ": " + report.lines(), code == WRONG);
        expect("one sentence: " + report.lines(), report.lines().size() <= 3);
    }
}
