package dev.sidetone.simulator.timeline;

import dev.sidetone.bridge.audio.LineFrame;

/** Takes facts from their producers. Any thread; returns at once and never throws. */
public interface FactSink {
    /** Puts down a fact. */
    void add(Fact fact);

    /** Puts down a tick with the sound it carried. */
    void tick(Fact.Tick tick, LineFrame said, LineFrame heard);

    /** Puts down audio from the server with its bytes, which the sink keeps and nobody changes any more. */
    void media(Fact.MediaArrived media, byte[] mulaw);
}
