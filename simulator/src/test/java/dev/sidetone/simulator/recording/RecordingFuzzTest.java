package dev.sidetone.simulator.recording;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.CallTrace;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.timeline.TimelineObserver;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A recording's events and, after a byte 1, its result: read, computed anew, and shown as a report and as lines. */
final class RecordingFuzzTest extends FuzzedReader {
    private static final CallReport REPORT = new CallReport(false);
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Path folder;

    RecordingFuzzTest() throws IOException {
        folder = Files.createTempDirectory("sidetone-fuzz");
        folder.toFile().deleteOnExit();
        for (String name : new String[] {CallFiles.WAV, CallFiles.SENT}) {
            folder.resolve(name).toFile().deleteOnExit();
        }
        new CallWav(folder.resolve(CallFiles.WAV), "").close();
        Files.createFile(folder.resolve(CallFiles.SENT));
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(IOException.class);
    }

    @Override
    protected void read(byte[] input) throws IOException {
        int result = 0;
        while (result < input.length && input[result] != 1) {
            result++;
        }
        Path events = folder.resolve(CallFiles.EVENTS);
        Path json = folder.resolve(CallFiles.RESULT);
        try {
            Files.writeString(events, text(java.util.Arrays.copyOf(input, result)));
            if (result < input.length) {
                Files.writeString(json, text(java.util.Arrays.copyOfRange(input, result + 1, input.length)));
            }
            Recording recording = Recording.open(folder);
            REPORT.text(recording.result());
            ResultJson.write(recording.result());
            recording.forEachFact(new EventLog(new EventPrinter(NOWHERE, false, "")));
            Replay.of(recording, TimelineObserver.Factory.NONE, new CallTrace());
        } finally {
            Files.deleteIfExists(events);
            Files.deleteIfExists(json);
        }
    }
}
