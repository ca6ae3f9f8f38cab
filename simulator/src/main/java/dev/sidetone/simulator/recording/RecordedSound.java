package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.file.RegularFile;
import dev.sidetone.simulator.timeline.Fact;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sound of one recording, read from its beginning to its end: both voices of {@code call.wav}, and what the server sent. What is not
 * there is silent. For one thread.
 */
final class RecordedSound implements Closeable {
    /** A day, the longest call that Twilio allows, and a little more: 16 bits, both channels, 8 kHz. */
    static final long MOST_WAV_BYTES = 2_640L << 20;

    private static final long MOST_SENT_BYTES = 1_320L << 20;
    private static final int FRAME_BYTES = LineFrame.BYTES * CallWav.BYTES_PER_SAMPLE;
    /** A killed recorder may have written a second of events whose sound was still to come. */
    private static final long MOST_MISSING_SAMPLES = LineFrame.RATE_HZ;

    private final InputStream wav;
    private final InputStream sent;
    private final ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long frameSample = -LineFrame.BYTES;
    private long sentAt;

    private RecordedSound(InputStream wav, InputStream sent) {
        this.wav = wav;
        this.sent = sent;
    }

    /** What was said and heard at one tick. */
    record Both(LineFrame said, LineFrame heard) {}

    static RecordedSound open(Path folder) throws IOException {
        InputStream wav = RegularFile.open(folder.resolve(CallFiles.WAV), MOST_WAV_BYTES);
        try {
            CallWav.skipHeader(wav);
            return new RecordedSound(wav, RegularFile.open(folder.resolve(CallFiles.SENT), MOST_SENT_BYTES));
        } catch (IOException | RuntimeException e) {
            wav.close();
            throw e;
        }
    }

    /** What is missing of the sound up to {@code last}, as a phrase; null where all of it is there. */
    static @Nullable String missing(Path folder, @Nullable FactLine last) throws IOException {
        for (String name : new String[] {CallFiles.WAV, CallFiles.SENT}) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                return name + " is not there";
            }
        }
        long bytes = Files.size(folder.resolve(CallFiles.WAV));
        Long wanted = last == null ? null : last.saidSample();
        if (wanted == null || wanted - bytes / CallWav.BYTES_PER_SAMPLE <= MOST_MISSING_SAMPLES) {
            return null;
        }
        return CallFiles.WAV + " has " + bytes / CallWav.BYTES_PER_SAMPLE / LineFrame.RATE_HZ + " s of the call's "
                + wanted / LineFrame.RATE_HZ + " s";
    }

    /** The sound of a tick, of which each is later in the file than the one before. */
    Both at(FactLine tick) throws IOException {
        Long said = tick.saidSample();
        Long heard = tick.heardSample();
        if (said == null || heard == null) {
            return new Both(LineFrame.SILENCE, LineFrame.SILENCE);
        }
        goTo(said);
        LineFrame left = channel(0);
        goTo(heard);
        return new Both(left, channel(1));
    }

    private void goTo(long sample) throws IOException {
        if (sample == frameSample) {
            return;
        }
        long skipped = sample - frameSample - LineFrame.BYTES;
        if (skipped < 0) {
            throw new IOException(CallFiles.EVENTS + " goes back in " + CallFiles.WAV + ", from sample " + frameSample
                    + " to " + sample);
        }
        skip(wav, skipped * CallWav.BYTES_PER_SAMPLE);
        Arrays.fill(frame.array(), (byte) 0);
        int unused = wav.readNBytes(frame.array(), 0, FRAME_BYTES);
        frameSample = sample;
    }

    private LineFrame channel(int channel) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = frame.getShort(i * CallWav.BYTES_PER_SAMPLE + channel * Short.BYTES);
        }
        return LineFrame.ofPcm(samples);
    }

    /** Audio of the server as it came, in the order in which it came. */
    byte[] sent(FactLine line, Fact.MediaArrived media) throws IOException {
        Long from = line.sentByte();
        if (from == null || from < sentAt) {
            return new byte[0];
        }
        skip(sent, from - sentAt);
        byte[] bytes = sent.readNBytes(media.bytes());
        sentAt = from + bytes.length;
        return bytes;
    }

    /** Skips what there is of them. */
    private static void skip(InputStream in, long bytes) throws IOException {
        long left = bytes;
        for (long skipped = 1; left > 0 && skipped > 0; left -= skipped) {
            skipped = in.skip(left);
        }
    }

    @Override
    public void close() throws IOException {
        try (wav) {
            sent.close();
        }
    }
}
