package dev.sidetone.ui.wire;

import dev.sidetone.simulator.timeline.Wire;
import dev.sidetone.simulator.wire.WireRow;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are listed. Immutable.
 *
 * @param wire of which wire; null for both
 * @param toAgent whether those towards the agent or those towards the caller; null for both
 * @param kind of which kind; {@link #ANY} for all, {@link #NO_SOUND} for those without sound
 * @param text what they contain, whatever the case; empty for anything
 */
record WireFilter(@Nullable Wire wire, @Nullable Boolean toAgent, String kind, String text)
        implements Predicate<WireRow> {
    static final String ANY = "All kinds";
    static final String NO_SOUND = "Without sound";
    static final WireFilter NONE = new WireFilter(null, null, ANY, "");

    WireFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(WireRow row) {
        return (wire == null || row.wire() == wire)
                && (toAgent == null || row.toAgent() == toAgent)
                && isOfKind(row)
                && (text.isEmpty()
                        || row.kind().toLowerCase(Locale.ROOT).contains(text)
                        || row.json().toLowerCase(Locale.ROOT).contains(text));
    }

    private boolean isOfKind(WireRow row) {
        return kind.equals(ANY) || (kind.equals(NO_SOUND) ? !row.isSound() : kind.equals(row.kind()));
    }
}
