package dev.sidetone.bench.simulation;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.ForwardingHandset;
import dev.sidetone.simulator.caller.Handset;

/** A caller of whom somebody sees that he hangs up. On the line. */
final class WatchedCaller implements Caller {
    private final Caller caller;
    private final Runnable hangsUp;

    WatchedCaller(Caller caller, Runnable hangsUp) {
        this.caller = caller;
        this.hangsUp = hangsUp;
    }

    @Override
    public void answered(Handset handset) {
        caller.answered(new ForwardingHandset(handset) {
            @Override
            public void hangUp() {
                hangsUp.run();
                super.hangUp();
            }
        });
    }

    @Override
    public void streamStarted() {
        caller.streamStarted();
    }

    @Override
    public void ear(LineFrame heard) {
        caller.ear(heard);
    }

    @Override
    public LineFrame mouth() {
        return caller.mouth();
    }

    @Override
    public void hungUp() {
        caller.hungUp();
    }

    @Override
    public boolean knowsItsEdges() {
        return caller.knowsItsEdges();
    }
}
