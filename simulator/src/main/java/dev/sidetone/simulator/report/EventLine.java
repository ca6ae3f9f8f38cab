package dev.sidetone.simulator.report;

import dev.sidetone.bridge.text.ForeignText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a call's event log. Immutable.
 *
 * @param atMs on the call's clock, or null before it runs
 * @param who caller, agent, server, bridge, tool, call, step, fault, note or finding
 * @param what the text in order, some of it in a band's colour
 */
public record EventLine(@Nullable Double atMs, String who, List<Span> what) {
    /** Some text, and the band of the figure in it, or null where it has none. */
    public record Span(String text, @Nullable QualityBand band) {
        public Span {
            text = ForeignText.line(text);
        }

        static Span plain(String text) {
            return new Span(text, null);
        }
    }

    public EventLine {
        who = ForeignText.line(who);
        what = List.copyOf(what);
    }

    /** The text without colours. */
    public String text() {
        return what.stream().map(Span::text).collect(Collectors.joining());
    }

    /** The time, {@code mm:ss.s}; dashes before the call's clock runs. */
    public String clock() {
        return atMs == null ? "  --.--" : Figures.clock(atMs);
    }
}
