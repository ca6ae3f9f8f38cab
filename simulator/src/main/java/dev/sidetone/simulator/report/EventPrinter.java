package dev.sidetone.simulator.report;

import dev.sidetone.simulator.report.EventLine.Span;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Prints what is told of a call, one line for each thing. For the one thread that tells. */
public final class EventPrinter implements Consumer<EventLine> {
    private static final int WHO = 8;

    private final PrintStream out;
    private final TerminalColours paint;
    private final String prefix;

    /** @param prefix says which call it is where there are several, or is empty */
    public EventPrinter(PrintStream out, boolean colour, String prefix) {
        this.out = out;
        this.paint = new TerminalColours(colour);
        this.prefix = prefix;
    }

    @Override
    public void accept(EventLine told) {
        StringBuilder what = new StringBuilder();
        for (Span words : told.what()) {
            what.append(words.band() == null ? words.text() : paint.in(words.band(), words.text()));
        }
        out.println(prefix + paint.dim(told.clock()) + "  " + Figures.left(told.who(), WHO) + what);
        out.flush();
    }
}
