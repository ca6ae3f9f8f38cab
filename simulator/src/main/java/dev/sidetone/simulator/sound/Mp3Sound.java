package dev.sidetone.simulator.sound;

import java.io.ByteArrayInputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/** Decodes MP3, by JLayer. Stateless. */
final class Mp3Sound {
    private static final int ID3_HEAD = 10;

    private Mp3Sound() {}

    static void decode(byte[] bytes, LineSamples into) throws BitstreamException, DecoderException {
        int sound = tagBytes(bytes);
        Bitstream in = new Bitstream(new ByteArrayInputStream(bytes, sound, bytes.length - sound));
        Decoder decoder = new Decoder();
        for (Header frame = in.readFrame(); frame != null; frame = in.readFrame()) {
            SampleBuffer out = (SampleBuffer) decoder.decodeFrame(frame, in);
            into.format(out.getSampleFrequency(), out.getChannelCount());
            into.add(out.getBuffer(), out.getBufferLength());
            in.closeFrame();
        }
    }

    /** The length of the ID3v2 tags at the beginning: the library makes room for one by its own word, 256 MiB at the most. */
    private static int tagBytes(byte[] bytes) {
        int at = 0;
        while (at + 2 < bytes.length && bytes[at] == 'I' && bytes[at + 1] == 'D' && bytes[at + 2] == '3') {
            if (at + ID3_HEAD > bytes.length) {
                return bytes.length;
            }
            int size = 0;
            for (int i = 6; i < ID3_HEAD; i++) {
                size = size << 7 | (bytes[at + i] & 0x7F);
            }
            boolean footer = (bytes[at + 5] & 0x10) != 0;
            at += ID3_HEAD + size + (footer ? ID3_HEAD : 0);
        }
        return Math.min(at, bytes.length);
    }
}
