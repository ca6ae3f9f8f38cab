package dev.sidetone.simulator.sound;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
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

    private FlacSound() {}

    static void decode(byte[] bytes, LineSamples into) throws IOException {
        FLACDecoder decoder = new FLACDecoder(new ByteArrayInputStream(withoutTags(bytes)));
        Pcm pcm = new Pcm(into);
        decoder.addPCMProcessor(pcm);
        decoder.decode();
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
        if (at > bytes.length || own > at || (bytes[MAGIC] & ~LAST) != 0) {
            throw new EOFException("the file has no frames, or not its own block first");
        }
        byte[] sound = new byte[own + bytes.length - at];
        System.arraycopy(bytes, 0, sound, 0, own);
        sound[MAGIC] = (byte) LAST;
        System.arraycopy(bytes, at, sound, own, bytes.length - at);
        return sound;
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
