package dev.sidetone.simulator.caller;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller that repeats the caller's audio of an earlier call at the same times, then hangs up. On the line thread. */
public final class ReplayCaller implements Caller {
    private final Iterator<LineFrame> frames;
    private @Nullable Handset handset;

    public ReplayCaller(List<LineFrame> frames) {
        this.frames = frames.iterator();
    }

    @Override
    public void answered(Handset phone) {
        handset = phone;
    }

    @Override
    public void ear(LineFrame heard) {}

    @Override
    public LineFrame mouth() {
        if (frames.hasNext()) {
            return frames.next();
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
