package dev.sidetone.simulator.report;

import dev.sidetone.simulator.timeline.Fact;
import java.io.PrintStream;
import java.util.function.Consumer;

/** A {@link CallStory} on a terminal, one line for each thing told. Listens to a timeline, on the thread of its owner. */
public final class LiveReport implements Consumer<Fact> {
    private final CallStory story;

    public LiveReport(PrintStream out, boolean colour) {
        this.story = new CallStory(new ToldPrinter(out, colour, ""));
    }

    @Override
    public void accept(Fact fact) {
        story.accept(fact);
    }
}
