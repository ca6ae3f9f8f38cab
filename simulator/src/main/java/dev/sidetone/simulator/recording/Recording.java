package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A recorded call, also one whose recording was cut off. Reads its folder when asked; immutable, for any thread. */
public final class Recording {
    private static final int MOST_RESULT_BYTES = 16 << 20;

    private final Path folder;
    private final EventsFile events;
    private final CallResult result;

    private Recording(Path folder, EventsFile events, CallResult result) {
        this.folder = folder;
        this.events = events;
        this.result = result;
    }

    /** Whether {@code folder} is one of a recorded call, whole or not. */
    public static boolean isIn(Path folder) {
        return new EventsFile(folder).isThere();
    }

    /**
     * Opens a recording's folder.
     *
     * @throws IOException saying in one sentence why it is not one
     */
    public static Recording open(Path folder) throws IOException {
        EventsFile events = new EventsFile(folder);
        if (!events.isThere()) {
            throw new NoSuchFileException(folder + " is not a recorded call: it has no " + CallFiles.EVENTS
                    + ". Give the folder of one call.");
        }
        Path json = folder.resolve(CallFiles.RESULT);
        return new Recording(folder, events, Files.exists(json) ? kept(json) : recompute(events));
    }

    private static CallResult kept(Path json) throws IOException {
        try {
            return ResultJson.read(RegularFile.readText(json, MOST_RESULT_BYTES));
        } catch (RegularFile.Unfit e) {
            throw named(json, e);
        } catch (IOException e) {
            throw new IOException(
                    "its " + CallFiles.RESULT + " is not one that this version writes (" + e.getMessage() + "): delete "
                            + CallFiles.RESULT + ", and it is worked out anew",
                    e);
        }
    }

    /** The result by the events alone, to the last digit what the call itself had. */
    static CallResult recompute(Path folder) throws IOException {
        return recompute(new EventsFile(folder));
    }

    private static CallResult recompute(EventsFile events) throws IOException {
        CallFold fold = new CallFold(events.sidetone());
        events.forEach(line -> fold.fold(line.fact()));
        return fold.result();
    }

    public Path folder() {
        return folder;
    }

    public CallResult result() {
        return result;
    }

    /** The file with both voices, if it is there: left what the caller said, right what was heard, both where they belong in time. */
    public Path sound() {
        return folder.resolve(CallFiles.WAV);
    }

    /** Whether the call is being recorded at this moment, by this process or another. */
    public boolean isBeingWritten() {
        return FolderLock.isTaken(folder);
    }

    /** The facts, in order. */
    public void forEachFact(Consumer<Fact> to) throws IOException {
        events.forEach(line -> to.accept(line.fact()));
    }

    EventsFile events() {
        return events;
    }

    /** The caller's audio as the line carried it, from the first two-way stream on where there was one: mu-law at 8 kHz. */
    public byte[] callerMulaw() throws IOException {
        ByteArrayOutputStream caller = new ByteArrayOutputStream();
        try (InputStream file = opened(sound())) {
            CallWav.skipHeader(file);
            file.skipNBytes(CallWav.BYTES_PER_SAMPLE * firstSampleOfStream(Files.size(sound())));
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
        long sample = events.firstSampleOfStream();
        if (sample < 0 || sample > bytes / CallWav.BYTES_PER_SAMPLE) {
            throw new IOException("its stream begins at sample " + sample + ", where its sound has none");
        }
        return sample;
    }

    private static void left(byte[] pcm, int bytes, ByteArrayOutputStream to) {
        for (int i = 0; i + CallWav.BYTES_PER_SAMPLE <= bytes; i += CallWav.BYTES_PER_SAMPLE) {
            short sample = (short) ((pcm[i] & 0xFF) | (pcm[i + 1] << 8));
            to.write(Mulaw.encode(sample));
        }
    }

    private static InputStream opened(Path wav) throws IOException {
        try {
            return RegularFile.open(wav, RecordedSound.MOST_WAV_BYTES);
        } catch (RegularFile.Unfit e) {
            throw named(wav, e);
        }
    }

    private static IOException named(Path file, RegularFile.Unfit why) {
        return new IOException(file.getFileName() + " " + why.getMessage(), why);
    }
}
