package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a flood of refused requests leaves in the log. */
class RateLimitedLogTest {
    private static final long S = 1_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final RateLimitedLog log = new RateLimitedLog(lines::add);

    @Test
    void everyRequestGetsOneLine() {
        log.warn("one", -5 * S);
        log.warn("two", -4 * S);
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aFloodIsLoggedAsANumber() {
        for (int i = 0; i < 500; i++) {
            log.warn("request " + i, 7 * S + i);
        }
        assertThat(lines).hasSize(RateLimitedLog.MOST_LINES);
        log.warn("later", 7 * S + RateLimitedLog.SPAN_NS);
        assertThat(lines).hasSize(RateLimitedLog.MOST_LINES + 2);
        assertThat(lines.get(RateLimitedLog.MOST_LINES)).isEqualTo("480 more requests were refused within 10 s");
        assertThat(lines.get(RateLimitedLog.MOST_LINES + 1)).isEqualTo("later");
    }

    @Test
    void aLineStaysOneLineAndShort() {
        log.warn("GET /a\nforged\r" + "x".repeat(10_000), 0);
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0)).startsWith("GET /a\\nforged\\r").hasSizeLessThan(500);
    }
}
