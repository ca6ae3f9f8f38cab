package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Speaker;
import org.jspecify.annotations.Nullable;

/** A speaker of a running call behind which another device can be opened. Used on the line thread; switched from another. */
final class SwitchableSpeaker implements Speaker {
    private volatile Sink sink;
    private boolean closed;

    /** The device in use, and the corrections of those before it. */
    private record Sink(Speaker device, long before) {}

    SwitchableSpeaker(Speaker first) {
        sink = new Sink(first, 0);
    }

    /** Takes another device from the next tick on, and releases the one before. Not on the line thread. */
    synchronized void become(Speaker other) {
        if (closed) {
            other.close();
            return;
        }
        Sink old = sink;
        sink = new Sink(other, old.before + old.device.corrections());
        old.device.close();
    }

    /** Whether what is played is not heard, since no device plays it. */
    boolean isAbsent() {
        return sink.device instanceof AbsentSpeaker;
    }

    @Override
    public void play(LineFrame frame) {
        sink.device.play(frame);
    }

    @Override
    public @Nullable DeviceProblem problem() {
        return sink.device.problem();
    }

    @Override
    public long corrections() {
        Sink now = sink;
        return now.before + now.device.corrections();
    }

    @Override
    public synchronized void close() {
        closed = true;
        sink.device.close();
    }
}
