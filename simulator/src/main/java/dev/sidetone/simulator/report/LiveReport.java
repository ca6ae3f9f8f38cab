package dev.sidetone.simulator.report;

import dev.sidetone.simulator.report.Told.Words;
import dev.sidetone.simulator.timeline.Fact;
import java.io.PrintStream;
import java.util.function.Consumer;

/** A {@link CallStory} on a terminal, one line for each thing told. Listens to a timeline, on the thread of its owner. */
public final class LiveReport implements Consumer<Fact> {
    private static final int WHO = 8;

    private final PrintStream out;
    private final Paint paint;
    private final CallStory story = new CallStory(this::print);

    public LiveReport(PrintStream out, boolean colour) {
        this.out = out;
        this.paint = new Paint(colour);
    }

    @Override
    public void accept(Fact fact) {
        story.accept(fact);
    }

    private void print(Told told) {
        StringBuilder what = new StringBuilder();
        for (Words words : told.what()) {
            what.append(words.band() == null ? words.text() : paint.in(words.band(), words.text()));
        }
        out.println(paint.dim(told.clock()) + "  " + Figures.left(told.who(), WHO) + what);
        out.flush();
    }
}
