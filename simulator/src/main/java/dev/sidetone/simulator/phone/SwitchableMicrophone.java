package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import org.jspecify.annotations.Nullable;

/** A microphone of a running call behind which another device can be opened. Read on the line thread; switched from another. */
final class SwitchableMicrophone implements Microphone {
    private volatile Source source;
    private boolean closed;

    /** The device in use, and the corrections of those before it. */
    private record Source(Microphone device, long before) {}

    SwitchableMicrophone(Microphone first) {
        source = new Source(first, 0);
    }

    /** Takes another device from the next tick on, and releases the one before. Not on the line thread. */
    synchronized void become(Microphone other) {
        if (closed) {
            other.close();
            return;
        }
        Source old = source;
        source = new Source(other, old.before + old.device.corrections());
        old.device.close();
    }

    @Override
    public LineFrame next() {
        return source.device.next();
    }

    @Override
    public @Nullable DeviceProblem problem() {
        return source.device.problem();
    }

    @Override
    public long corrections() {
        Source now = source;
        return now.before + now.device.corrections();
    }

    @Override
    public synchronized void close() {
        closed = true;
        source.device.close();
    }
}
