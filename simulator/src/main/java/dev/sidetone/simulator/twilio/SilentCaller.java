package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;

/** A caller who says nothing and stays on the line. For any thread. */
final class SilentCaller implements Caller {
    @Override
    public void answered(Handset handset) {}

    @Override
    public void ear(LineFrame heard) {}

    @Override
    public LineFrame mouth() {
        return LineFrame.SILENCE;
    }

    @Override
    public void hungUp() {}

    @Override
    public boolean knowsItsEdges() {
        return false;
    }
}
