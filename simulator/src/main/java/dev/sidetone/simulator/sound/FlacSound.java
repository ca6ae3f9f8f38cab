package dev.sidetone.simulator.sound;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.PCMProcessor;
import org.kc7bfi.jflac.metadata.StreamInfo;
import org.kc7bfi.jflac.util.ByteData;

/** Decodes FLAC of 8, 16 and 24 bits, by jFLAC in javasound-flac. Stateless. */
final class FlacSound {
    /** {@code fLaC}. */
    private static final int MAGIC = 4;

    private static final int BLOCK_HEAD = 4;
    private static final int STREAM_INFO = 34;
    private static final int LAST = 0x80;
    private static final int KIND = 0x7F;

    private FlacSound() {}

    static void decode(byte[] bytes, LineSamples into) throws IOException {
        Frames frames = new Frames(withoutTags(bytes));
        FLACDecoder decoder = new FLACDecoder(frames);
        frames.decoder = decoder;
        decoder.addPCMProcessor(new Pcm(into));
        decoder.decode();
        refuseBadFrames(decoder);
    }

    private static void refuseBadFrames(FLACDecoder decoder) throws IOException {
        if (decoder.getBadFrames() > 0) {
            throw new IOException(decoder.getBadFrames() + " frames are not what their checksums say");
        }
    }

    /**
     * The stream's own block and its frames, without the blocks of tags and pictures between them: the library makes room for those by their
     * own word, however short the file is.
     */
    private static byte[] withoutTags(byte[] bytes) throws IOException {
        int at = MAGIC;
        boolean last = false;
        while (!last) {
            if (at + BLOCK_HEAD > bytes.length) {
                throw new EOFException("the file ends within its tags");
            }
            last = (bytes[at] & LAST) != 0;
            int length = (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
            at += BLOCK_HEAD + length;
        }
        int own = MAGIC + BLOCK_HEAD + STREAM_INFO;
        if (at > bytes.length || own > at || (bytes[MAGIC] & KIND) != 0) {
            throw new EOFException("the file has no frames, or not its own block first");
        }
        byte[] sound = new byte[own + bytes.length - at];
        System.arraycopy(bytes, 0, sound, 0, own);
        sound[MAGIC] = (byte) LAST;
        System.arraycopy(bytes, at, sound, own, bytes.length - at);
        return sound;
    }

    /**
     * The bytes, up to the first bad frame: the decoder goes on behind each, slowly, and where a file ends with one it would look for the
     * next for ever.
     */
    private static final class Frames extends FilterInputStream {
        private @Nullable FLACDecoder decoder;

        Frames(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            FLACDecoder reading = decoder;
            if (reading != null) {
                refuseBadFrames(reading);
            }
            return super.read(into, from, length);
        }
    }

    /** Takes over what the decoder gives: little-endian, 8 bits unsigned. */
    private static final class Pcm implements PCMProcessor {
        private final LineSamples into;
        private int bytesEach = 2;

        Pcm(LineSamples into) {
            this.into = into;
        }

        @Override
        public void processStreamInfo(StreamInfo info) {
            bytesEach = (info.getBitsPerSample() + 7) / 8;
            into.format(info.getSampleRate(), info.getChannels());
        }

        @Override
        public void processPCM(ByteData pcm) {
            byte[] data = pcm.getData();
            short[] samples = new short[pcm.getLen() / bytesEach];
            for (int i = 0; i < samples.length; i++) {
                int top = (i + 1) * bytesEach - 1;
                samples[i] = (short)
                        (bytesEach == 1 ? ((data[top] & 0xFF) - 128) << 8 : (data[top] << 8) | (data[top - 1] & 0xFF));
            }
            into.add(samples, samples.length);
        }
    }
}
