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
    private Mp3Sound() {}

    static void decode(byte[] bytes, LineSamples into) throws BitstreamException, DecoderException {
        Bitstream in = new Bitstream(new ByteArrayInputStream(bytes));
        Decoder decoder = new Decoder();
        for (Header frame = in.readFrame(); frame != null; frame = in.readFrame()) {
            SampleBuffer out = (SampleBuffer) decoder.decodeFrame(frame, in);
            into.format(out.getSampleFrequency(), out.getChannelCount());
            into.add(out.getBuffer(), out.getBufferLength());
            in.closeFrame();
        }
    }
}
