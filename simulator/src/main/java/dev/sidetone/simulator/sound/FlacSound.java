package dev.sidetone.simulator.sound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.PCMProcessor;
import org.kc7bfi.jflac.metadata.StreamInfo;
import org.kc7bfi.jflac.util.ByteData;

/** Decodes FLAC of 8, 16 and 24 bits, by jFLAC in javasound-flac. Stateless. */
final class FlacSound {
    private FlacSound() {}

    static void decode(byte[] bytes, LineSamples into) throws IOException {
        FLACDecoder decoder = new FLACDecoder(new ByteArrayInputStream(bytes));
        Pcm pcm = new Pcm(into);
        decoder.addPCMProcessor(pcm);
        decoder.decode();
        if (decoder.getBadFrames() > 0) {
            throw new IOException(decoder.getBadFrames() + " frames are not what their checksums say");
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
                        (bytesEach == 1 ? ((data[top] & 0xFF) - 128) << 8 : data[top] << 8 | data[top - 1] & 0xFF);
            }
            into.add(samples, samples.length);
        }
    }
}
