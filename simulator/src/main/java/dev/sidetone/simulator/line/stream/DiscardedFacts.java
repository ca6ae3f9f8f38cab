package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;

/** A sink for the facts of a call that nobody watches. For any thread. */
public final class DiscardedFacts implements FactSink {
    @Override
    public void add(Fact fact) {}

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {}
}
