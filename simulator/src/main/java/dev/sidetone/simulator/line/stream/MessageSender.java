package dev.sidetone.simulator.line.stream;

import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.time.Timers;
import dev.sidetone.simulator.line.fault.FaultInjector;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sends one stream's messages to its socket: at once, or as late as injected faults hold them, in order. A frame is stamped with the time
 * at which it is due after that, so that only the instrument's own lateness counts as late. Owned by its stream, on the line thread.
 */
final class MessageSender {
    /** The most messages that a fault holds back: a little more than the longest stall. */
    private static final int MOST_HELD = 4_096;
    /** While the socket takes no more, it is tried again after this. */
    private static final long AGAIN_NS = 1_000_000L;

    private static final long NO_TICK = -1;

    private record Held(long dueNs, long tick, String text) {}

    private final Connection wire;
    private final FrameStamps stamps;
    private final FaultInjector faults;
    private final Timers timers;
    private final FactSink facts;
    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private Timers.@Nullable Timer release;

    /** @param facts takes every message but the frames */
    MessageSender(Connection wire, FrameStamps stamps, FaultInjector faults, Timers timers, FactSink facts) {
        this.wire = wire;
        this.stamps = stamps;
        this.faults = faults;
        this.timers = timers;
        this.facts = facts;
    }

    /** Returns whether there is no room for another frame: the server reads too slowly. */
    boolean isFull() {
        return held.isEmpty() ? stamps.isFull() : held.size() >= MOST_HELD;
    }

    /** Sends the frame of one tick, unless {@link #isFull}. */
    void frame(String text, long tick, long deadlineNs) {
        long dueNs = faults.frameDueNs(tick, deadlineNs);
        if (isDue(dueNs)) {
            write(dueNs, tick, text);
        } else {
            hold(new Held(dueNs, tick, text));
        }
    }

    /** Sends any other message. */
    void message(String text) {
        long dueNs = faults.dueNs(timers.nowNs());
        if (isDue(dueNs)) {
            write(dueNs, NO_TICK, text);
        } else {
            hold(new Held(dueNs, NO_TICK, text));
        }
    }

    /** Begins the closing handshake, after all that is held back: a stall ends with the stream. */
    void close(int code, String reason) {
        stopWaiting();
        while (!held.isEmpty()) {
            writeOldest();
        }
        wire.close(code, reason);
    }

    /** The connection is gone: what is held back is never sent. */
    void lost() {
        stopWaiting();
        held.clear();
    }

    private void writeOldest() {
        Held oldest = held.remove();
        if (oldest.tick == NO_TICK || !stamps.isFull()) {
            write(oldest.dueNs, oldest.tick, oldest.text);
        }
    }

    private boolean isDue(long dueNs) {
        return held.isEmpty() && dueNs - timers.nowNs() <= 0;
    }

    /** Beyond that the fault lets go of the oldest before its time: nothing is left out for it. */
    private void hold(Held message) {
        if (held.size() >= 2 * MOST_HELD) {
            writeOldest();
        }
        held.add(message);
        if (held.size() == 1) {
            await(message.dueNs - timers.nowNs());
        }
    }

    private void release() {
        while (!held.isEmpty() && held.element().dueNs - timers.nowNs() <= 0) {
            if (stamps.isFull()) {
                await(AGAIN_NS);
                return;
            }
            Held next = held.remove();
            write(next.dueNs, next.tick, next.text);
        }
        if (!held.isEmpty()) {
            await(held.element().dueNs - timers.nowNs());
        }
    }

    private void write(long dueNs, long tick, String text) {
        if (tick == NO_TICK) {
            stamps.other();
            facts.add(StreamMessage.toServer(text, timers.nowNs()));
        } else {
            stamps.frame(tick, dueNs);
        }
        wire.send(text);
    }

    private void await(long delayNs) {
        release = timers.after(delayNs, this::release);
    }

    private void stopWaiting() {
        if (release != null) {
            release.cancel();
        }
    }
}
