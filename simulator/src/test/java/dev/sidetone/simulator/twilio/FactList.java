package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps the facts of one call in the order in which they were put down. For any thread. */
final class FactList implements FactSink {
    private final List<Fact> facts = new ArrayList<>();
    private final List<LineFrame> heard = new ArrayList<>();

    @Override
    public synchronized void add(Fact fact) {
        facts.add(fact);
    }

    @Override
    public synchronized void tick(Fact.Tick tick, LineFrame said, LineFrame heardFrame) {
        facts.add(tick);
        heard.add(heardFrame);
    }

    @Override
    public synchronized void media(Fact.MediaArrived media, byte[] mulaw) {
        facts.add(media);
    }

    synchronized List<Fact> all() {
        return List.copyOf(facts);
    }

    synchronized <F extends Fact> List<F> of(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The only fact of its kind. */
    <F extends Fact> F one(Class<F> kind) {
        List<F> found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " facts of " + kind.getSimpleName() + " in " + all());
        }
        return found.get(0);
    }

    List<Fact.Found> findings() {
        return of(Fact.Found.class);
    }

    List<String> findingCodes() {
        return findings().stream().map(Fact.Found::code).toList();
    }

    /** The names of the facts' kinds, without ticks, written frames and the messages as they passed. */
    List<String> rareKinds() {
        return all().stream()
                .filter(fact -> !(fact instanceof Fact.Tick) && !(fact instanceof Fact.FrameWritten))
                .filter(fact -> !(fact instanceof Fact.MessagePassed))
                .map(fact -> fact.getClass().getSimpleName())
                .toList();
    }

    Fact last() {
        List<Fact> facts = all();
        return facts.get(facts.size() - 1);
    }
}
