package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.List;

/** Lists the facts of a bridge, which has neither a clock of the line's nor sound. */
record ListedFacts(List<Fact> facts) implements FactSink {
    @Override
    public void add(Fact fact) {
        facts.add(fact);
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        throw new AssertionError("a bridge has no ticks");
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        throw new AssertionError("a bridge has no line");
    }
}
