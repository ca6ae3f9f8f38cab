package dev.sidetone.simulator.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The files of one call, open for writing. Owned by {@link CallFolder}. */
final class CallFiles {
    static final String WAV = "call.wav";
    static final String EVENTS = "events.jsonl";
    static final String SENT = "sent.ulaw";
    static final String TRANSCRIPT = "transcript.txt";
    static final String RESULT = "result.json";

    /** A transcript is complete, but for what no one says in one breath. */
    private static final int MOST_TRANSCRIPT_CHARS = 20_000;

    private static final List<String> KEPT = List.of(WAV, EVENTS, SENT, TRANSCRIPT);

    /** The first line of the events names the version of their format. */
    static final int FORMAT = 1;

    private final Path folder;
    private final List<Closeable> open = new ArrayList<>();
    private final FolderLock lock;
    private final CallWav wav;
    private final GrowingFile events;
    private final GrowingFile sent;
    private final GrowingFile transcript;
    private long startNs;

    /**
     * @param lock of the folder, which goes with the files
     * @param measured where the call is measured, which decides what its right channel holds
     */
    CallFiles(Path folder, FolderLock lock, String sidetone, MeasuredAt measured) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.events = opened(new GrowingFile(folder.resolve(EVENTS)));
        this.wav = opened(new CallWav(folder.resolve(WAV), comment(measured)));
        this.sent = opened(new GrowingFile(folder.resolve(SENT)));
        this.transcript = opened(new GrowingFile(folder.resolve(TRANSCRIPT)));
        write(head(sidetone, measured));
    }

    private <T extends Closeable> T opened(T file) {
        open.add(file);
        return file;
    }

    private static ObjectNode head(String sidetone, MeasuredAt measured) {
        return FactJson.emptyObject()
                .put("recording", FORMAT)
                .put("sidetone", sidetone)
                .put("left", "said")
                .put("right", measured == MeasuredAt.BRIDGE ? "sent" : "heard")
                .put("measured", measured.word());
    }

    private static String comment(MeasuredAt measured) {
        return measured == MeasuredAt.BRIDGE
                ? "measured at the bridge: left what came from the caller, right what was sent to Twilio, as it would be played"
                : "";
    }

    Path folder() {
        return folder;
    }

    /** The number of bytes written; transcript and result, a few kilobytes, come on top. */
    long bytes() {
        return wav.bytes() + events.bytes() + sent.bytes();
    }

    void startsAt(long atNs) {
        startNs = atNs;
    }

    void write(ObjectNode object) throws IOException {
        events.appendLine(FactJson.text(object));
    }

    /** Writes a fact that has no text in it. */
    void writeNumbers(ObjectNode object) throws IOException {
        events.appendLine(FactJson.numbers(object));
    }

    /** Returns the sample of {@code call.wav} at which {@code said} begins. */
    long sound(long tickNs, LineFrame said, LineFrame heard) throws IOException {
        return wav.append(tickNs, said, heard);
    }

    /** Returns the byte of {@code sent.ulaw} at which {@code mulaw} begins. */
    long sent(byte[] mulaw) throws IOException {
        long from = sent.bytes();
        sent.append(mulaw);
        return from;
    }

    void transcribe(Fact.Transcribed words) throws IOException {
        long tenths = Math.max(0, words.atNs() - startNs) / 100_000_000L;
        String time = String.format(Locale.ROOT, "%02d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
        String spoken = words.text().replaceAll("[\\r\\n]+", " ");
        transcript.appendLine(time + "  " + ForeignText.line(words.speaker() + ": " + spoken, MOST_TRANSCRIPT_CHARS));
    }

    void flush() throws IOException {
        checkThere();
        wav.flush();
        sent.flush();
        transcript.flush();
        events.flush();
    }

    void close(CallResult result) throws IOException {
        try (lock) {
            @Nullable IOException first = null;
            for (Closeable file : open) {
                first = closed(file, first);
            }
            if (first != null) {
                throw first;
            }
            checkThere();
            try (GrowingFile json = new GrowingFile(folder.resolve(RESULT))) {
                json.appendLine(ResultJson.writePretty(result));
            }
        }
    }

    /** A file that was deleted while it is open takes everything without an error. */
    private void checkThere() throws IOException {
        for (String name : KEPT) {
            if (!Files.exists(folder.resolve(name))) {
                throw new IOException(folder.resolve(name) + " was deleted while the call ran");
            }
        }
    }

    private static @Nullable IOException closed(Closeable file, @Nullable IOException before) {
        try {
            file.close();
            return before;
        } catch (IOException e) {
            return before == null ? e : before;
        }
    }
}
