package dev.sidetone.simulator.report;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing worth telling of a call: when, who, what. Immutable.
 *
 * @param atMs on the call's clock, or null before it runs
 * @param who caller, agent, server, bridge, call, note or finding
 * @param what the words in order, some of them in a band's colour
 */
public record EventLine(@Nullable Double atMs, String who, List<Span> what) {
    /** Some words, and how good what they tell is, where that can be said. */
    public record Span(String text, @Nullable Band band) {
        static Span plain(String text) {
            return new Span(text, null);
        }
    }

    public EventLine {
        what = List.copyOf(what);
    }

    /** What is told, without colours. */
    public String text() {
        return what.stream().map(Span::text).collect(Collectors.joining());
    }

    /** When it was, {@code mm:ss.s}; dashes before the call's clock runs. */
    public String clock() {
        return atMs == null ? "  --.--" : Figures.clock(atMs);
    }
}
