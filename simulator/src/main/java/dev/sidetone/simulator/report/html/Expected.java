package dev.sidetone.simulator.report.html;

import dev.sidetone.bridge.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * Something that was expected of a call, as a page shows it. Immutable.
 *
 * @param want what was expected, such as {@code the agent within 900 ms}
 * @param got what was heard in its place, or how it held
 * @param atMs the moment to look at, on the call's own clock, or null where it is no single one
 * @param held whether it was so
 */
public record Expected(String want, String got, @Nullable Double atMs, boolean held) {
    public Expected {
        want = ForeignText.line(want);
        got = ForeignText.line(got);
    }
}
