package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A caller who does at each tick what a test says, and keeps what was heard. */
final class TickingCaller implements Caller {
    final List<LineFrame> heard = new ArrayList<>();
    int answered;
    int hungUp;
    private final Map<Integer, Consumer<Handset>> doings = new HashMap<>();
    private @Nullable Handset handset;
    private int tick;
    private LineFrame says = LineFrame.SILENCE;

    /** Does something while making the frame of this tick, counted from 0. */
    TickingCaller at(int when, Consumer<Handset> doing) {
        doings.merge(when, doing, Consumer::andThen);
        return this;
    }

    TickingCaller saying(LineFrame frame) {
        says = frame;
        return this;
    }

    @Override
    public void answered(Handset given) {
        answered++;
        handset = given;
    }

    @Override
    public void ear(LineFrame frame) {
        heard.add(frame);
    }

    @Override
    public LineFrame mouth() {
        Consumer<Handset> doing = doings.get(tick++);
        Handset held = handset;
        if (doing != null && held != null) {
            doing.accept(held);
        }
        return says;
    }

    @Override
    public void hungUp() {
        hungUp++;
    }

    @Override
    public boolean knowsItsEdges() {
        return true;
    }
}
