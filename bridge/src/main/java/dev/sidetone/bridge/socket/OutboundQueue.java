package dev.sidetone.bridge.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes on their way to one peer that its socket has not taken yet, within a bound. What does not fit is dealt with by a
 * {@link Policy}; it never goes to the heap. Owned by one connection; {@link #written} is for the thread that writes, the rest for the one
 * that sends.
 */
public final class OutboundQueue {
    private final long mostBytes;
    private final AtomicLong waiting = new AtomicLong();

    /** What is done with a message that does not fit. */
    public enum Policy {
        /** The connection closes with {@link CloseCause#unread}: the message belongs to a conversation that must not have holes. */
        CLOSE,
        /** The message is left out: a later one says the same, as of a ping or a pong. */
        LEAVE_OUT
    }

    /** @param mostBytes how many bytes may wait */
    public OutboundQueue(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** How many bytes may wait. */
    public long mostBytes() {
        return mostBytes;
    }

    /**
     * Takes {@code bytes} that are about to be sent, if they fit behind those that wait. One message alone always fits.
     *
     * @return false when they do not, and must not be sent
     */
    public boolean add(long bytes) {
        long before = waiting.get();
        if (before > 0 && before + bytes > mostBytes) {
            return false;
        }
        waiting.addAndGet(bytes);
        return true;
    }

    /** Notes that the socket took {@code bytes}. */
    public void written(long bytes) {
        waiting.addAndGet(-bytes);
    }

    /** How many bytes wait. */
    public long waitingBytes() {
        return waiting.get();
    }
}
