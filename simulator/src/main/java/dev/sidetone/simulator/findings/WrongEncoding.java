package dev.sidetone.simulator.findings;

import dev.sidetone.simulator.findings.encoding.FormatDetector;
import dev.sidetone.simulator.findings.encoding.SentFormat;
import dev.sidetone.simulator.timeline.Fact;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Finds bytes that are anything but mu-law: a file's header, compressed sound, samples of another format, base64 in base64. Reports each once
 * per call.
 */
final class WrongEncoding implements Check {
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AU = ".snd".getBytes(StandardCharsets.US_ASCII);
    private static final int SURE_BYTES = 160;

    private final FormatDetector formats = new FormatDetector();
    private boolean headerReported;
    private boolean textReported;
    private int textBytes;

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        header(media, mulaw, found);
        text(media, mulaw, found);
        SentFormat format = textBytes > 0 ? null : formats.next(mulaw);
        if (format != null && !(format == SentFormat.WAV && headerReported)) {
            found.accept(StreamCode.WRONG_ENCODING
                    .found(
                            "The server sends " + format.title() + " where mu-law belongs: the caller hears "
                                    + (format == SentFormat.ALAW ? "a rough, distorted voice." : "loud noise."),
                            format.cure())
                    .inMessage(media.message()));
        }
    }

    private void header(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        boolean wav = begins(mulaw, RIFF);
        if (!headerReported && (wav || begins(mulaw, AU))) {
            headerReported = true;
            found.accept(StreamCode.WRONG_ENCODING
                    .found(
                            "A message begins with the header of " + (wav ? "a WAV" : "an AU")
                                    + " file, which is played as noise.",
                            "Send the samples alone: raw mu-law, no file header.")
                    .inMessage(media.message()));
        }
    }

    private void text(Fact.MediaArrived media, byte[] mulaw, Consumer<Finding> found) {
        textBytes = isBase64(mulaw) ? textBytes + mulaw.length : 0;
        if (!textReported && textBytes >= SURE_BYTES) {
            textReported = true;
            found.accept(StreamCode.DOUBLE_BASE64
                    .found("The payload is base64 of base64: the caller hears noise.")
                    .inMessage(media.message()));
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        boolean same = bytes.length >= with.length;
        for (int i = 0; same && i < with.length; i++) {
            same = bytes[i] == with[i];
        }
        return same;
    }

    private static boolean isBase64(byte[] bytes) {
        for (byte b : bytes) {
            boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
            if (!letter && !(b >= '0' && b <= '9') && b != '+' && b != '/' && b != '=') {
                return false;
            }
        }
        return bytes.length > 0;
    }
}
