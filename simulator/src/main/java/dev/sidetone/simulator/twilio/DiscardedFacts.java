package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;

/** Where facts are put down that nobody reads. For any thread. */
final class DiscardedFacts implements FactSink {
    @Override
    public void add(Fact fact) {}

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {}

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {}
}
