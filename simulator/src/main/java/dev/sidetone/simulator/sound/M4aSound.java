package dev.sidetone.simulator.sound;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.logging.Logger;
import net.sourceforge.jaad.aac.Decoder;
import net.sourceforge.jaad.mp4.MP4Container;
import net.sourceforge.jaad.mp4.MP4InputStream;
import net.sourceforge.jaad.mp4.api.AudioTrack;
import net.sourceforge.jaad.mp4.api.Frame;
import net.sourceforge.jaad.mp4.api.Track;

/** Decodes the AAC in an MP4 container, as phones record it, by JAAD. Stateless. */
final class M4aSound {
    /** The parent of all its logs, held so that it stays as it is set: a decoder's troubles are told as the file's, in one line. */
    private static final Logger LOG = Logger.getLogger("jaad");

    static {
        LOG.setUseParentHandlers(false);
    }

    private M4aSound() {}

    static void decode(byte[] bytes, LineSamples into) throws IOException, UnreadSound {
        List<Track> tracks = new MP4Container(new InMemory(bytes)).getMovie().getTracks(AudioTrack.AudioCodec.AAC);
        if (tracks.isEmpty()) {
            throw new UnreadSound("is MP4 without AAC, and of MP4 only AAC is read here");
        }
        Track track = tracks.get(0);
        Decoder decoder = Decoder.create(track.getDecoderSpecificInfo().getData());
        while (track.hasMoreFrames()) {
            Frame frame = track.readNextFrame();
            if (frame == null) {
                return;
            }
            decoder.decodeFrame(frame.getData(), (channels, length, rateHz) -> add(channels, length, rateHz, into));
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

    /** A file in memory: its table of contents may stand behind its sound. */
    private static final class InMemory extends MP4InputStream {
        private final byte[] bytes;
        private int at;

        InMemory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = Math.min(length, bytes.length - at);
            if (count <= 0) {
                return length == 0 ? 0 : -1;
            }
            System.arraycopy(bytes, at, into, offset, count);
            at += count;
            return count;
        }

        /** The library's own goes on for ever where a box is longer than 2 GiB, by its own word, and the file is not. */
        @Override
        public void skipBytes(long count) throws IOException {
            if (count > bytes.length - at) {
                throw new EOFException("the file ends within a box");
            }
            at += (int) Math.max(0, count);
        }

        @Override
        public long skip(long count) throws IOException {
            if (count > 0 && at >= bytes.length) {
                // Whoever skips tries again for as long as nothing is skipped.
                throw new EOFException("the file ends within a box");
            }
            int skipped = (int) Math.max(0, Math.min(count, bytes.length - at));
            at += skipped;
            return skipped;
        }

        @Override
        public void seek(long position) throws IOException {
            if (position < 0 || position > bytes.length) {
                throw new EOFException("there is nothing at " + position);
            }
            at = (int) position;
        }

        @Override
        public long getOffset() {
            return at;
        }

        @Override
        public boolean seekSupported() {
            return true;
        }

        @Override
        public boolean hasLeft() {
            return at < bytes.length;
        }

        @Override
        public int available() {
            return bytes.length - at;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
