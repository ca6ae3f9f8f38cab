package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Every mark that arrives at the line goes back once, in order, and the bridge reads them in the order in which it sent them. */
final class MarkAccount implements Witness {
    private final Consumer<String> broken;
    private final Queue<String> atLine = new ArrayDeque<>();
    private final Queue<String> sent = new ArrayDeque<>();
    /** The marks that a clear must return before anything else happens on the line. */
    private int cleared;

    MarkAccount(Consumer<String> broken) {
        this.broken = broken;
    }

    @Override
    public void sent(ToTwilio message) {
        if (message instanceof ToTwilio.Mark mark) {
            sent.add(mark.name());
        }
    }

    @Override
    public void read(FromTwilio message) {
        if (message instanceof FromTwilio.Start) {
            sent.clear();
        } else if (message instanceof FromTwilio.Mark mark) {
            expect(mark.name(), sent.poll(), "the bridge reads");
        }
    }

    @Override
    public void fact(Fact fact) {
        if (fact instanceof Fact.MarkEchoed echoed) {
            expect(echoed.name(), atLine.poll(), "the line returns");
            if (cleared > 0 && echoed.heard()) {
                broken.accept("mark " + echoed.name() + " counts as heard, and was cleared");
            }
            cleared = Math.max(0, cleared - 1);
            return;
        }
        boolean ofStream = fact instanceof Fact.MarkArrived
                || fact instanceof Fact.MediaArrived
                || fact instanceof Fact.ClearArrived;
        if (cleared > 0 && ofStream) {
            broken.accept(cleared + " marks were not returned by a clear");
            cleared = 0;
        }
        if (fact instanceof Fact.MarkArrived arrived) {
            atLine.add(arrived.name());
        } else if (fact instanceof Fact.ClearArrived) {
            cleared = atLine.size();
        } else if (fact instanceof Fact.StreamStarted) {
            atLine.clear();
            cleared = 0;
        }
    }

    private void expect(String name, String expected, String who) {
        if (!name.equals(expected)) {
            broken.accept(who + " mark " + name + " where " + expected + " comes next");
        }
    }
}
