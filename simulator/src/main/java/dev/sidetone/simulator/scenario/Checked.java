package dev.sidetone.simulator.scenario;

import dev.sidetone.bridge.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * One expectation of a scenario, and whether it held in a call.
 *
 * @param step its step, counted from 1; null for one about the whole call
 * @param want what was expected, in the words of the file
 * @param got what was seen instead or as well, one sentence without its full stop
 * @param atMs the moment in the call that shows it, on the call's clock, or null
 * @param held whether it held; null where the call does not show it, as when the machine was too busy to measure
 */
public record Checked(@Nullable Integer step, String want, String got, @Nullable Double atMs, @Nullable Boolean held) {
    public Checked {
        want = ForeignText.line(want);
        got = ForeignText.line(got);
    }
}
