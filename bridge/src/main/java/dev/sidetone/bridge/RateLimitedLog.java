package dev.sidetone.bridge;

import java.util.function.Consumer;

/**
 * Lets a line through for each request that was refused, but not thousands: whoever floods the door must not fill the disk. What was
 * held back is told as a number. For any thread.
 */
final class RateLimitedLog {
    static final int MOST_LINES = 20;
    static final long SPAN_NS = 10_000_000_000L;
    private static final int MOST_CHARS = 400;

    private final Consumer<String> log;
    private long spanNs;
    private int lines = Integer.MIN_VALUE;
    private long heldBack;

    RateLimitedLog(Consumer<String> log) {
        this.log = log;
    }

    /** Logs {@code line}, or counts it. */
    synchronized void say(String line, long nowNs) {
        if (lines < 0 || nowNs - spanNs >= SPAN_NS) {
            begin(nowNs);
        }
        if (lines < MOST_LINES) {
            lines++;
            log.accept(plain(line));
        } else {
            heldBack++;
        }
    }

    private void begin(long nowNs) {
        if (heldBack > 0) {
            log.accept(heldBack + " more requests were refused in the " + SPAN_NS / 1_000_000_000L + " s before");
        }
        spanNs = nowNs;
        lines = 0;
        heldBack = 0;
    }

    /** One line in the log stays one line, and a short one. */
    private static String plain(String line) {
        String plain = line.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
        return plain.length() <= MOST_CHARS ? plain : plain.substring(0, MOST_CHARS) + "…";
    }
}
