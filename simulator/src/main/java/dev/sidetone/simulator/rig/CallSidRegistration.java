package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Map;

/** Registers a call's fact sink under its CallSid with the first fact, so that the embedded bridge can add its own facts. */
final class CallSidRegistration implements FactSink {
    private final FactSink facts;
    private final Map<String, FactSink> calls;

    CallSidRegistration(FactSink facts, Map<String, FactSink> calls) {
        this.facts = facts;
        this.calls = calls;
    }

    @Override
    public void add(Fact fact) {
        if (fact instanceof Fact.CallPlaced placed) {
            calls.put(placed.callSid(), facts);
        }
        facts.add(fact);
    }

    @Override
    public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
        facts.tick(tick, said, heard);
    }

    @Override
    public void media(Fact.MediaArrived media, byte[] mulaw) {
        facts.media(media, mulaw);
    }
}
