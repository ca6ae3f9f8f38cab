package dev.sidetone.simulator.wire;

import dev.sidetone.fuzz.FuzzedReader;
import java.util.Set;

/** The kind of a peer's message, as the window's list of messages shows it: one short line. */
final class MessageKindFuzzTest extends FuzzedReader {
    private static final int MOST_CHARS = 100;

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) {
        String kind = MessageKind.of(text(input));
        if (kind.length() > MOST_CHARS || kind.chars().anyMatch(c -> c < ' ' || c == 0x202E)) {
            throw new AssertionError(kind);
        }
    }
}
