package dev.sidetone.simulator.recording;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Both voices of a recorded call, read from any place of {@code call.wav} without holding more of it than is asked for. Blocks for the disk; owned
 * by one thread.
 */
public final class CallSound implements Closeable {
    private static final int FORMAT_AT = 20;
    private static final int FORMAT_BYTES = 16;

    private final FileChannel file;
    private final long soundAt;
    private ByteBuffer pcm = ByteBuffer.allocate(0);

    private CallSound(FileChannel file, long soundAt) {
        this.file = file;
        this.soundAt = soundAt;
    }

    /**
     * Opens the sound of the call in {@code folder}.
     *
     * @throws IOException saying in one sentence why it cannot be played
     */
    public static CallSound open(Path folder) throws IOException {
        Path wav = folder.resolve(CallFiles.WAV);
        if (!Files.isRegularFile(wav)) {
            throw new NoSuchFileException(wav + " is not there");
        }
        FileChannel file = FileChannel.open(wav, StandardOpenOption.READ);
        try {
            checkFormat(file);
            CallWav.skipHeader(Channels.newInputStream(file));
            return new CallSound(file, file.position());
        } catch (EOFException e) {
            file.close();
            throw new IOException(wav + " is empty", e);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw new IOException(wav + " is not the sound of a recorded call: " + e.getMessage(), e);
        }
    }

    private static void checkFormat(FileChannel file) throws IOException {
        ByteBuffer format = ByteBuffer.allocate(FORMAT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (format.hasRemaining()) {
            if (file.read(format, FORMAT_AT + format.position()) < 0) {
                throw new EOFException();
            }
        }
        if (format.getShort(2) != 2 || format.getInt(4) != LineFrame.RATE_HZ || format.getShort(14) != Short.SIZE) {
            throw new IOException("it is not 16-bit stereo at 8 kHz");
        }
    }

    /** The samples of each voice so far. */
    public long samples() throws IOException {
        return Math.max(0, (file.size() - soundAt) / CallWav.BYTES_PER_SAMPLE);
    }

    /** Reads both voices from a sample on, as many as fit into {@code caller}; what is not in the file is silent. */
    public void read(long fromSample, short[] caller, short[] agent) throws IOException {
        int bytes = caller.length * CallWav.BYTES_PER_SAMPLE;
        if (pcm.capacity() != bytes) {
            pcm = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        pcm.clear();
        long from = Math.max(0, fromSample);
        int silent = (int) Math.min(caller.length, from - fromSample);
        pcm.limit(bytes - silent * CallWav.BYTES_PER_SAMPLE);
        int read = 0;
        while (pcm.hasRemaining() && read >= 0) {
            read = file.read(pcm, soundAt + from * CallWav.BYTES_PER_SAMPLE + pcm.position());
        }
        int there = pcm.position() / CallWav.BYTES_PER_SAMPLE;
        for (int i = 0; i < caller.length; i++) {
            boolean isThere = i >= silent && i - silent < there;
            int at = (i - silent) * CallWav.BYTES_PER_SAMPLE;
            caller[i] = isThere ? pcm.getShort(at) : 0;
            agent[i] = isThere ? pcm.getShort(at + Short.BYTES) : 0;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
