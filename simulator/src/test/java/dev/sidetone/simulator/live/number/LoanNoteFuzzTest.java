package dev.sidetone.simulator.live.number;

import dev.sidetone.fuzz.FuzzedReader;
import java.io.IOException;
import java.util.Set;

/** The note of a borrowed number. */
final class LoanNoteFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of(IOException.class);
    }

    @Override
    protected void read(byte[] input) throws IOException {
        LoanNoteJson.read(input);
    }
}
