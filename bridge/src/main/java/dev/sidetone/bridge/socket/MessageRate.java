package dev.sidetone.bridge.socket;

import dev.sidetone.bridge.socket.AdmissionBudget.Limit;
import dev.sidetone.bridge.time.Timers;

/**
 * Keeps one peer's messages to a rate: what comes beyond it is not read before the second is over, so that it waits at its sender. Owned by
 * the socket's event loop.
 */
final class MessageRate {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Timers timers;
    private final Runnable pause;
    private final Runnable resume;
    private final int mostMessages;
    private final int mostBytes;
    private long secondNs;
    private int messages;
    private long bytes;
    private boolean paused;

    /**
     * @param pause stops reading from the socket
     * @param resume goes on reading
     */
    MessageRate(AdmissionBudget budget, Timers timers, Runnable pause, Runnable resume) {
        this.timers = timers;
        this.pause = pause;
        this.resume = resume;
        this.mostMessages = budget.of(Limit.MESSAGES_PER_SECOND);
        this.mostBytes = budget.of(Limit.BYTES_PER_SECOND);
        this.secondNs = timers.nowNs();
    }

    /** Counts a message of {@code size} bytes that was read. */
    void received(int size) {
        long nowNs = timers.nowNs();
        if (nowNs - secondNs >= SECOND_NS) {
            begin(nowNs);
        }
        messages++;
        bytes += size;
        if (!paused && (messages >= mostMessages || bytes >= mostBytes)) {
            paused = true;
            pause.run();
            timers.after(secondNs + SECOND_NS - nowNs, this::goOn);
        }
    }

    private void goOn() {
        paused = false;
        begin(timers.nowNs());
        resume.run();
    }

    private void begin(long nowNs) {
        secondNs = nowNs;
        messages = 0;
        bytes = 0;
    }
}
