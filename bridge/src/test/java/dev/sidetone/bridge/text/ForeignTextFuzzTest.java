package dev.sidetone.bridge.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fuzz.FuzzedReader;
import java.util.Set;

/** The gate for text of others: what passed once passes again unchanged, and nothing is left that a terminal obeys. */
final class ForeignTextFuzzTest extends FuzzedReader {
    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) {
        String text = text(input);
        String line = ForeignText.line(text);
        assertThat(line.chars().filter(Character::isISOControl)).isEmpty();
        assertThat(ForeignText.line(line)).isEqualTo(line);
        ForeignText.json(text);
        ForeignText.redacted(text, 100);
    }
}
