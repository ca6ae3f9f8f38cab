package dev.sidetone.bridge;

import dev.sidetone.bridge.text.ForeignText;
import java.util.function.Consumer;

/**
 * Logs a line for each refused request up to a rate, so that a flood of requests cannot fill the disk. Lines beyond it are counted, and
 * their number is logged. For any thread.
 */
final class RateLimitedLog {
    static final int MOST_LINES = 20;
    static final long SPAN_NS = 10_000_000_000L;
    private static final int MOST_CHARS = 400;

    private final Consumer<String> log;
    private long spanNs;
    private int lines = Integer.MIN_VALUE;
    private long suppressed;

    RateLimitedLog(Consumer<String> log) {
        this.log = log;
    }

    /** Logs {@code line}, or counts it. */
    synchronized void warn(String line, long nowNs) {
        if (lines < 0 || nowNs - spanNs >= SPAN_NS) {
            begin(nowNs);
        }
        if (lines < MOST_LINES) {
            lines++;
            log.accept(ForeignText.line(line, MOST_CHARS));
        } else {
            suppressed++;
        }
    }

    private void begin(long nowNs) {
        if (suppressed > 0) {
            log.accept(suppressed + " more requests were refused within " + SPAN_NS / 1_000_000_000L + " s");
        }
        spanNs = nowNs;
        lines = 0;
        suppressed = 0;
    }
}
