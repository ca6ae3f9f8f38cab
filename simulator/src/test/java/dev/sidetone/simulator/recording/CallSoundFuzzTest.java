package dev.sidetone.simulator.recording;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;

/** The {@code call.wav} of somebody else's recording, as it is played. */
final class CallSoundFuzzTest extends FuzzedReader {
    private static final int PIECE = 160;

    private final Path folder;

    CallSoundFuzzTest() throws IOException {
        folder = Files.createTempDirectory("sidetone-fuzz");
        folder.toFile().deleteOnExit();
        folder.resolve(CallFiles.WAV).toFile().deleteOnExit();
    }

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(IOException.class);
    }

    @Override
    protected void read(byte[] input) throws IOException {
        Files.write(folder.resolve(CallFiles.WAV), input);
        try (CallSound sound = CallSound.open(folder)) {
            long samples = sound.samples();
            if (samples < 0 || samples > input.length) {
                throw new AssertionError(samples + " samples");
            }
            short[] caller = new short[PIECE];
            short[] agent = new short[PIECE];
            for (long from : new long[] {-PIECE / 2, 0, samples - 1, samples, Integer.MAX_VALUE}) {
                Arrays.fill(caller, (short) 7);
                sound.read(from, caller, agent);
                boolean silent = from >= samples;
                for (short sample : caller) {
                    silent &= sample == 0;
                }
                if (from >= samples && !silent) {
                    throw new AssertionError("sound behind the end");
                }
            }
        }
    }
}
