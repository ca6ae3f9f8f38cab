package dev.sidetone.simulator.playback;

import dev.sidetone.bridge.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * The state of a player. Immutable.
 *
 * @param isOn whether it plays
 * @param atMs what is heard now, on the call's clock
 * @param trouble why it does not play, with the cure, in sentences; null without trouble
 */
public record Playing(boolean isOn, double atMs, @Nullable String trouble) {
    public Playing {
        trouble = trouble == null ? null : ForeignText.line(trouble);
    }

    /** Nothing was played yet. */
    public static final Playing NOTHING = new Playing(false, 0, null);
}
