package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.load.LoadStatus;
import dev.sidetone.simulator.report.LoadReport;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows on a terminal how a load goes on: one line that is written anew every second, or where nobody watches, a line now and then. */
final class LoadProgress implements Consumer<LoadStatus> {
    private static final int WIDTH = 160;
    private static final double SELDOM_MS = 10_000;

    private final PrintStream out;
    private final boolean watched;
    private double shownMs = -SELDOM_MS;
    private boolean open;

    /** @param watched whether {@code out} is a terminal, on which a line can be written anew */
    LoadProgress(PrintStream out, boolean watched) {
        this.out = out;
        this.watched = watched;
    }

    @Override
    public void accept(LoadStatus status) {
        String line = "load " + LoadReport.line(status);
        if (watched) {
            String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
            out.print("\r" + cut + "\u001B[K");
            out.flush();
            open = true;
        } else if (status.atMs() - shownMs >= SELDOM_MS) {
            shownMs = status.atMs();
            out.println(line);
        }
    }

    /** Ends the line that is written anew. */
    void over() {
        if (open) {
            out.println();
            open = false;
        }
    }
}
