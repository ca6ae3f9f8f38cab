package dev.sidetone.bench.faults;

import static dev.sidetone.bench.faults.FaultScene.aBridge;
import static dev.sidetone.bench.faults.FaultScene.expect;
import static dev.sidetone.bench.faults.FaultScene.until;

import dev.sidetone.bench.peer.HandVoiceServer;
import dev.sidetone.bench.process.ObservedProcess;
import dev.sidetone.bench.process.SidetoneCommand;
import dev.sidetone.bridge.json.JsonText;
import dev.sidetone.simulator.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Rows about recordings that cannot be kept, and about full disks. */
final class RecordingRows {
    private static final String GOES_ON = "nothing: the call goes on";
    private static final String NOT_KEPT =
            "a note at once, finding `recording-lost`, `\"kept\":false` with the reason, the last line, exit code 1";
    private static final int FRAMES_PER_SECOND = 50;
    private static final int FRAME_BYTES = 160;

    static final List<FaultRow> ROWS = List.of(
            row(
                            "disk-full",
                            "the disk is full in mid-call (a small tmpfs), with `--quiet`",
                            NOT_KEPT,
                            RecordingRows::diskFull)
                    .needing(Need.ROOT),
            row(
                            "read-only-folder",
                            "the folder for recordings is on a read-only file system",
                            "exit code 2 and a sentence that names the folder, before the call",
                            RecordingRows::readOnly)
                    .needing(Need.ROOT),
            row("folder-gone", "the call's folder is moved away in mid-call", NOT_KEPT, RecordingRows::folderGone),
            row(
                    "two-recorders",
                    "two processes record calls into one folder at once",
                    "both are kept, and open",
                    RecordingRows::twoRecorders),
            row(
                    "recorder-killed",
                    "`kill -9` of a recording `call`",
                    "the recording opens, with at most the last second missing",
                    RecordingRows::recorderKilled),
            row("log-full", "the bridge's log is on a full disk", "nothing", RecordingRows::logFull),
            row(
                            "temporary-folder-full",
                            "the folder for temporary files is full",
                            "nothing, or one sentence that names the folder",
                            RecordingRows::temporaryFolderFull)
                    .needing(Need.ROOT));

    private RecordingRows() {}

    private static FaultRow row(String name, String fault, String operator, FaultRow.Run run) {
        return new FaultRow(FaultSection.RECORDING, name, fault, GOES_ON, operator, List.of(), run);
    }

    private static void diskFull(FaultScene scene) throws Exception {
        SmallDisk disk = scene.keep(SmallDisk.mount(scene.folder().resolve("disk"), "size=8m"));
        Path calls = Files.createDirectory(disk.folder().resolve("calls"));
        Path json = scene.folder().resolve("full.json");
        ObservedProcess call = recorder(scene, calls, json, "--quiet");
        disk.fill();
        expectNotKept(FaultScene.finished(call, json));
    }

    private static void readOnly(FaultScene scene) throws Exception {
        SmallDisk disk = scene.keep(SmallDisk.mount(scene.folder().resolve("disk"), "ro"));
        CallRun call = scene.call("--record", disk.folder().toString());
        expect("it ends with 2: " + call, call.exitCode() == 2);
        expect(
                "a sentence names the folder: " + call.lines(),
                call.printed(disk.folder().toString()));
    }

    private static void folderGone(FaultScene scene) throws Exception {
        Path calls = Files.createDirectory(scene.folder().resolve("calls"));
        Path json = scene.folder().resolve("gone.json");
        ObservedProcess call = recorder(scene, calls, json);
        Files.move(onlyFolder(calls), scene.folder().resolve("elsewhere"));
        expectNotKept(FaultScene.finished(call, json));
    }

    /** A call that records into {@code calls} and has greeted. */
    private static ObservedProcess recorder(FaultScene scene, Path calls, Path json, String... options)
            throws Exception {
        ObservedProcess call = scene.start(
                SidetoneCommand.of("call", "--duration", "8s", "--record", calls.toString(), "--json", json.toString())
                        .and(options));
        until("sound is recorded", () -> soundBytes(calls) > 40_000);
        return call;
    }

    private static void expectNotKept(CallRun call) throws NotShown {
        expect("it says that it was not kept: " + call, call.found("recording-lost"));
        expect(
                "the result says so: " + call,
                call.json().at("/recording/kept").isBoolean()
                        && !call.json().at("/recording/kept").asBoolean()
                        && !JsonText.of(call.json().at("/recording/why")).isEmpty());
        expect("it ends with 1: " + call, call.exitCode() == 1);
        expect("it is heard: " + call, call.wasHeard());
        List<String> errors =
                call.lines().stream().filter(line -> line.startsWith("err: ")).toList();
        expect(
                "the last line says so: " + call.lines(),
                errors.get(errors.size() - 1).contains("was not kept"));
    }

    private static void twoRecorders(FaultScene scene) throws Exception {
        Path calls = Files.createDirectory(scene.folder().resolve("calls"));
        Path one = scene.folder().resolve("one.json");
        Path two = scene.folder().resolve("two.json");
        ObservedProcess first = recorder(scene, calls, one);
        ObservedProcess second = recorder(scene, calls, two);
        for (CallRun call : List.of(FaultScene.finished(first, one), FaultScene.finished(second, two))) {
            expect("it is kept: " + call, call.json().at("/recording/kept").asBoolean());
        }
        try (Stream<Path> all = Files.list(calls)) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            expect("there are two recordings: " + folders, folders.size() == 2);
            for (Path folder : folders) {
                expect("it opens", framesSent(Recording.open(folder)) > 0);
            }
        }
    }

    private static void recorderKilled(FaultScene scene) throws Exception {
        AtomicLong frames = new AtomicLong();
        HandVoiceServer server = scene.keep(HandVoiceServer.start(line -> {
            for (String text = line.next(); text != null; text = line.next()) {
                frames.addAndGet(text.contains("\"event\":\"media\"") ? 1 : 0);
            }
        }));
        Path calls = Files.createDirectory(scene.folder().resolve("calls"));
        ObservedProcess call = scene.start(SidetoneCommand.of(
                "call", "--to", server.webhook(), "--duration", "30s", "--record", calls.toString()));
        until("five seconds of the call are over", () -> frames.get() > 5 * FRAMES_PER_SECOND);
        call.close();
        call.exitCode();
        Recording left = Recording.open(onlyFolder(calls));
        long kept = Math.min(framesSent(left), left.callerMulaw().length / FRAME_BYTES);
        expect(kept + " of " + frames + " frames are there", kept >= frames.get() - FRAMES_PER_SECOND);
    }

    private static void logFull(FaultScene scene) throws Exception {
        scene.bridge(aBridge("--max-calls", "5").after("exec 2>/dev/full"));
        for (int i = 0; i < 30; i++) {
            scene.health();
        }
    }

    private static void temporaryFolderFull(FaultScene scene) throws Exception {
        SmallDisk disk = scene.keep(SmallDisk.mount(scene.folder().resolve("disk"), "size=64k"));
        disk.fill();
        SidetoneCommand command = SidetoneCommand.of("call")
                .java("-Djava.io.tmpdir=" + disk.folder())
                .with("TMPDIR", disk.folder().toString());
        CallRun call = scene.call(command);
        boolean said = call.lines().stream()
                .anyMatch(line -> line.contains(disk.folder().toString()));
        expect("it is heard, or a sentence names the folder: " + call, call.wasHeard() || said);
        expect("no stack trace: " + call.lines(), !call.printed("\tat "));
    }

    private static long soundBytes(Path calls) throws IOException {
        try (Stream<Path> all = Files.walk(calls)) {
            return all.filter(file -> file.endsWith("call.wav"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static Path onlyFolder(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.findFirst().orElseThrow();
        }
    }

    private static long framesSent(Recording recording) {
        return Objects.requireNonNull(recording.result().line()).framesSent();
    }
}
