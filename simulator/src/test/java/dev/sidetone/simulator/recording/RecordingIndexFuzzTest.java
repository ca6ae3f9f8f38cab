package dev.sidetone.simulator.recording;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a list of recordings reads of one: its label, after a byte 1 its result, after another its first events. What cannot be read is shown all the same. */
final class RecordingIndexFuzzTest extends FuzzedReader {
    private static final List<String> FILES = List.of(RecordingLabel.FILE, CallFiles.RESULT, CallFiles.EVENTS);

    private final Path call;
    private final RecordingStore store;

    RecordingIndexFuzzTest() throws IOException {
        Path folder = Files.createTempDirectory("sidetone-fuzz");
        folder.toFile().deleteOnExit();
        store = RecordingStore.ofOneProcess(folder);
        call = Files.createDirectory(folder.resolve("20260302-090000-CA0123"));
        call.toFile().deleteOnExit();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) throws IOException {
        try {
            int from = 0;
            for (String name : FILES) {
                int to = from;
                while (to < input.length && input[to] != 1) {
                    to++;
                }
                if (from < input.length) {
                    Files.write(call.resolve(name), Arrays.copyOfRange(input, from, to));
                }
                from = Math.min(input.length, to + 1);
            }
            List<RecordedCall> calls = new RecordingIndex(store).list();
            if (calls.size() != 1 || String.valueOf(calls.get(0)).getBytes(StandardCharsets.UTF_8).length > 4_096) {
                throw new AssertionError(calls);
            }
            store.label(call, label -> label.named("another").kept(true));
            if (!RecordingLabel.read(call).kept()) {
                throw new AssertionError("the mark that keeps it is lost");
            }
        } finally {
            for (String name : FILES) {
                Files.deleteIfExists(call.resolve(name));
            }
        }
    }
}
