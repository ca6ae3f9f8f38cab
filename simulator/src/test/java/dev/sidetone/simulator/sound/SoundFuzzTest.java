package dev.sidetone.simulator.sound;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sound files of every kind, which are a sound or a sentence. Decoded sound is longer than its file: a short one may be seconds. */
final class SoundFuzzTest extends FuzzedReader {
    /** A decoder's tables, and what it makes of silence. */
    private static final long DECODER_BYTES = 64 << 20;

    private static final List<String> FILES =
            List.of("tone.flac", "tone-24-bit.flac", "tone.mp3", "tone.ogg", "tone.opus", "tone.m4a", "tone-alac.m4a");

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(IllegalArgumentException.class);
    }

    @Override
    protected List<byte[]> further() {
        List<byte[]> sounds = new ArrayList<>();
        for (String name : FILES) {
            try (InputStream file = SoundFuzzTest.class.getResourceAsStream("/sounds/" + name)) {
                sounds.add(file == null ? new byte[0] : file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sounds;
    }

    @Override
    protected long mostBytes(int length) {
        return DECODER_BYTES + USUAL_BYTES_PER_BYTE * length;
    }

    @Override
    protected void read(byte[] input) {
        SoundReader.samples("sound", input);
    }
}
