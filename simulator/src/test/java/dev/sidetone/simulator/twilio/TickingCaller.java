package dev.sidetone.simulator.twilio;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A caller who does at each tick what a test says, and keeps what was heard. */
final class TickingCaller implements Caller {
    final List<LineFrame> heard = new ArrayList<>();
    int answered;
    int hungUp;

    private record Wait(BooleanSupplier event, Consumer<Handset> doing) {}

    private final Map<Integer, Consumer<Handset>> doings = new HashMap<>();
    private final Deque<Wait> waits = new ArrayDeque<>();
    private @Nullable Handset handset;
    private int tick;
    private LineFrame says = LineFrame.SILENCE;

    /** Does something while making the frame of this tick, counted from 0. */
    TickingCaller at(int when, Consumer<Handset> doing) {
        doings.merge(when, doing, Consumer::andThen);
        return this;
    }

    /** Does something at the first tick at which {@code event} has happened, after everything that was to be done so before. */
    TickingCaller when(BooleanSupplier event, Consumer<Handset> doing) {
        waits.add(new Wait(event, doing));
        return this;
    }

    /** The same, so many ticks after the event. */
    TickingCaller when(BooleanSupplier event, int laterTicks, Consumer<Handset> doing) {
        int[] left = {laterTicks};
        return when(() -> (left[0] < laterTicks || event.getAsBoolean()) && --left[0] < 0, doing);
    }

    /** How many of the frames so far had sound in them. */
    int audible() {
        return (int)
                heard.stream().filter(frame -> !frame.equals(LineFrame.SILENCE)).count();
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
        Wait wait = waits.peek();
        if (wait != null && held != null && wait.event.getAsBoolean()) {
            waits.remove();
            wait.doing.accept(held);
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
