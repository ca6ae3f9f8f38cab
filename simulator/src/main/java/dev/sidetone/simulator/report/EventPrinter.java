package dev.sidetone.simulator.report;

import dev.sidetone.simulator.report.EventLine.Span;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Prints the lines of a call's event log. For one thread. */
public final class EventPrinter implements Consumer<EventLine> {
    private static final int WHO = 8;

    private final PrintStream out;
    private final TerminalColours paint;
    private final String prefix;

    /** @param prefix names the call where there are several, or is empty */
    public EventPrinter(PrintStream out, boolean colour, String prefix) {
        this.out = out;
        this.paint = new TerminalColours(colour);
        this.prefix = prefix;
    }

    @Override
    public void accept(EventLine line) {
        StringBuilder what = new StringBuilder();
        for (Span span : line.what()) {
            what.append(span.band() == null ? span.text() : paint.in(span.band(), span.text()));
        }
        out.println(prefix + paint.dim(line.clock()) + "  " + Figures.left(line.who(), WHO) + what);
        out.flush();
    }
}
