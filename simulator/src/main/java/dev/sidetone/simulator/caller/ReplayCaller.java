package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller who says what was said in an earlier call, at the same times, and then hangs up. On the line thread. */
public final class ReplayCaller implements Caller {
    private final Iterator<LineFrame> tape;
    private @Nullable Handset handset;

    public ReplayCaller(List<LineFrame> tape) {
        this.tape = tape.iterator();
    }

    @Override
    public void answered(Handset phone) {
        handset = phone;
    }

    @Override
    public void ear(LineFrame heard) {}

    @Override
    public LineFrame mouth() {
        if (tape.hasNext()) {
            return tape.next();
        }
        if (handset != null) {
            handset.hangUp();
        }
        return LineFrame.SILENCE;
    }

    @Override
    public void hungUp() {
        handset = null;
    }

    @Override
    public boolean knowsItsEdges() {
        return false;
    }
}
