package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a flood of refused requests leaves in the log. */
class RateLimitedLogTest {
    private static final long S = 1_000_000_000L;

    private final List<String> log = new ArrayList<>();
    private final RateLimitedLog gate = new RateLimitedLog(log::add);

    @Test
    void everyRequestGetsOneLine() {
        gate.say("one", -5 * S);
        gate.say("two", -4 * S);
        assertThat(log).containsExactly("one", "two");
    }

    @Test
    void aFloodIsToldAsANumber() {
        for (int i = 0; i < 500; i++) {
            gate.say("request " + i, 7 * S + i);
        }
        assertThat(log).hasSize(RateLimitedLog.MOST_LINES);
        gate.say("later", 7 * S + RateLimitedLog.SPAN_NS);
        assertThat(log).hasSize(RateLimitedLog.MOST_LINES + 2);
        assertThat(log.get(RateLimitedLog.MOST_LINES)).isEqualTo("480 more requests were refused in the 10 s before");
        assertThat(log.get(RateLimitedLog.MOST_LINES + 1)).isEqualTo("later");
    }

    @Test
    void aLineStaysOneLineAndShort() {
        gate.say("GET /a\nforged\r" + "x".repeat(10_000), 0);
        assertThat(log).hasSize(1);
        assertThat(log.get(0)).startsWith("GET /a forged ").hasSizeLessThan(500);
    }
}
