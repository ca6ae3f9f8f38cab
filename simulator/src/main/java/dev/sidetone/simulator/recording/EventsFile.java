package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.file.RegularFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The facts of one recording, {@code events.jsonl}, also when its last line was cut off. Stateless but for its place; for any thread. */
final class EventsFile {
    static final long MOST_BYTES = 512L << 20;
    /** Of lines at the end, among which is the last tick: fifty of them are a second. */
    private static final int TAIL_BYTES = 256 << 10;

    private final Path file;

    /** Takes the lines, in order. */
    interface Reader {
        void read(FactLine line) throws IOException;
    }

    EventsFile(Path folder) {
        this.file = folder.resolve(CallFiles.EVENTS);
    }

    boolean isThere() {
        return Files.isRegularFile(file);
    }

    /** The version of the program that recorded; empty if the first line does not name it. */
    String sidetone() throws IOException {
        try (BufferedReader lines = lines(0)) {
            return FactJson.sidetone(lines.readLine());
        }
    }

    /** Reads all facts that this version knows, unless the thread is interrupted. A line that cannot be read is refused, unless it is the last. */
    void forEach(Reader to) throws IOException {
        try (BufferedReader lines = lines(0)) {
            FactLimits limits = new FactLimits();
            @Nullable String next = lines.readLine();
            for (int number = 1; next != null; number++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("reading was stopped");
                }
                String text = next;
                next = lines.readLine();
                FactLine line = next == null ? lastLine(text) : line(text, number);
                if (line != null) {
                    limits.check(line.fact());
                    to.read(line);
                }
            }
        }
    }

    private static @Nullable FactLine line(String text, int number) throws IOException {
        try {
            return FactJson.readLine(text);
        } catch (IOException e) {
            throw new IOException(CallFiles.EVENTS + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    /** Where the recorder was killed, the last line is the one that it was writing. */
    private static @Nullable FactLine lastLine(String text) {
        try {
            return FactJson.readLine(text);
        } catch (IOException cutOff) {
            return null;
        }
    }

    /** The sample of {@code call.wav} at which the first tick of a two-way stream was said; 0 where there was none. */
    long firstSampleOfStream() throws IOException {
        try (BufferedReader lines = lines(0)) {
            boolean started = false;
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                started |= FactJson.isStreamStart(line);
                Long sample = started ? FactJson.saidSample(line) : null;
                if (sample != null) {
                    return sample;
                }
            }
            return 0;
        }
    }

    /** The last line with sound of {@code call.wav}, or null where there is none near the end. */
    @Nullable
    FactLine lastTick() throws IOException {
        try (BufferedReader lines = lines(Math.max(0, Files.size(file) - TAIL_BYTES))) {
            @Nullable FactLine last = null;
            for (@Nullable String text = lines.readLine(); text != null; text = lines.readLine()) {
                FactLine line = text.contains(FactJson.SAID_SAMPLE) ? lastLine(text) : null;
                last = line == null || line.saidSample() == null ? last : line;
            }
            return last;
        }
    }

    /** From byte {@code from} on; a character that was cut in the middle is tolerated. */
    private BufferedReader lines(long from) throws IOException {
        try {
            InputStream in = RegularFile.open(file, MOST_BYTES);
            in.skipNBytes(from);
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (RegularFile.Unfit e) {
            throw new IOException(CallFiles.EVENTS + " " + e.getMessage(), e);
        }
    }
}
