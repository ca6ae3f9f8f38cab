package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A recorded call, also one whose recording was cut off. Reads its folder when asked; immutable, for any thread. */
public final class Recording {
    private static final int MOST_RESULT_BYTES = 16 << 20;
    private static final long MOST_EVENTS_BYTES = 512L << 20;
    /** A day, the longest call that Twilio allows, and a little more: 16 bits, both channels, 8 kHz. */
    private static final long MOST_WAV_BYTES = 2_640L << 20;

    private final Path folder;
    private final CallResult result;

    private Recording(Path folder, CallResult result) {
        this.folder = folder;
        this.result = result;
    }

    /**
     * Opens a recording's folder.
     *
     * @throws IOException saying in one sentence why it is not one
     */
    public static Recording open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(CallFiles.EVENTS))) {
            throw new NoSuchFileException(folder + " is not a recorded call: it has no " + CallFiles.EVENTS
                    + ". Give the folder of one call.");
        }
        Path json = folder.resolve(CallFiles.RESULT);
        CallResult result = Files.exists(json) ? ResultJson.read(text(json)) : recompute(folder);
        return new Recording(folder, result);
    }

    /** The result by the events alone, to the last digit what the call itself had. */
    static CallResult recompute(Path folder) throws IOException {
        CallFold fold = new CallFold(sidetone(folder));
        forEachFact(folder, fold::fold);
        return fold.result();
    }

    public Path folder() {
        return folder;
    }

    public CallResult result() {
        return result;
    }

    /** The facts, in order. */
    public void forEachFact(Consumer<Fact> to) throws IOException {
        forEachFact(folder, to);
    }

    /** The caller's audio as the line carried it, from the first two-way stream on where there was one: mu-law at 8 kHz. */
    public byte[] callerMulaw() throws IOException {
        ByteArrayOutputStream caller = new ByteArrayOutputStream();
        try (InputStream file = opened(folder.resolve(CallFiles.WAV), MOST_WAV_BYTES)) {
            CallWav.skipHeader(file);
            file.skipNBytes(CallWav.BYTES_PER_SAMPLE * firstSampleOfStream(Files.size(folder.resolve(CallFiles.WAV))));
            byte[] second = new byte[CallWav.BYTES_PER_SAMPLE * LineFrame.RATE_HZ];
            for (int read = file.readNBytes(second, 0, second.length);
                    read > 0;
                    read = file.readNBytes(second, 0, second.length)) {
                left(second, read, caller);
            }
        }
        return caller.toByteArray();
    }

    private long firstSampleOfStream(long bytes) throws IOException {
        try (BufferedReader events = events(folder)) {
            boolean started = false;
            for (@Nullable String line = events.readLine(); line != null; line = events.readLine()) {
                started |= FactJson.isStreamStart(line);
                Long sample = started ? FactJson.saidSample(line) : null;
                if (sample != null && (sample < 0 || sample > bytes / CallWav.BYTES_PER_SAMPLE)) {
                    throw new IOException("its stream begins at sample " + sample + ", where its sound has none");
                }
                if (sample != null) {
                    return sample;
                }
            }
            return 0;
        }
    }

    private static void left(byte[] pcm, int bytes, ByteArrayOutputStream to) {
        for (int i = 0; i + CallWav.BYTES_PER_SAMPLE <= bytes; i += CallWav.BYTES_PER_SAMPLE) {
            short sample = (short) ((pcm[i] & 0xFF) | (pcm[i + 1] << 8));
            to.write(Mulaw.encode(sample));
        }
    }

    /** Tolerates a last line that was cut off in the middle of a character. */
    private static BufferedReader events(Path folder) throws IOException {
        InputStream file = opened(folder.resolve(CallFiles.EVENTS), MOST_EVENTS_BYTES);
        return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    }

    private static InputStream opened(Path file, long mostBytes) throws IOException {
        try {
            return RegularFile.open(file, mostBytes);
        } catch (RegularFile.Unfit e) {
            throw named(file, e);
        }
    }

    private static String text(Path json) throws IOException {
        try {
            return RegularFile.readText(json, MOST_RESULT_BYTES);
        } catch (RegularFile.Unfit e) {
            throw named(json, e);
        }
    }

    private static IOException named(Path file, RegularFile.Unfit why) {
        return new IOException(file.getFileName() + " " + why.getMessage(), why);
    }

    private static String sidetone(Path folder) throws IOException {
        try (BufferedReader events = events(folder)) {
            return FactJson.sidetone(events.readLine());
        }
    }

    /** A line that cannot be read is one that was being written when the recorder was killed: the last. */
    private static void forEachFact(Path folder, Consumer<Fact> to) throws IOException {
        try (BufferedReader events = events(folder)) {
            FactLimits limits = new FactLimits();
            @Nullable String next = events.readLine();
            while (next != null) {
                String line = next;
                next = events.readLine();
                Fact fact = next == null ? readLast(line) : FactJson.read(line);
                if (fact != null) {
                    limits.check(fact);
                    to.accept(fact);
                }
            }
        }
    }

    private static @Nullable Fact readLast(String line) {
        try {
            return FactJson.read(line);
        } catch (IOException cutOff) {
            return null;
        }
    }
}
