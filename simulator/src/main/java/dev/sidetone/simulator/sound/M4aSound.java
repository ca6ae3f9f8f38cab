package dev.sidetone.simulator.sound;

import java.io.IOException;
import java.util.List;
import java.util.logging.Logger;
import net.sourceforge.jaad.aac.Decoder;

/** Decodes the AAC in an MP4 container, as phones record it, by JAAD. Stateless. */
final class M4aSound {
    /** The parent of all its logs, held so that it stays as it is set: a decoder's troubles are told as the file's, in one line. */
    private static final Logger LOG = Logger.getLogger("jaad");

    static {
        LOG.setUseParentHandlers(false);
    }

    private M4aSound() {}

    static void decode(byte[] bytes, LineSamples into) throws IOException, UnreadSound {
        Mp4Audio track = Mp4Audio.of(bytes);
        Decoder decoder = Decoder.create(track.config());
        for (byte[] frame : track) {
            decoder.decodeFrame(frame, (channels, length, rateHz) -> add(channels, length, rateHz, into));
        }
    }

    private static void add(List<float[]> channels, int length, int rateHz, LineSamples into) {
        into.format(rateHz, 1);
        for (int i = 0; i < length; i++) {
            float sum = 0;
            for (float[] channel : channels) {
                sum += channel[i];
            }
            float mixed = sum / channels.size();
            into.add((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(mixed))));
        }
    }
}
