package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartiesTest {
    @Test
    void theNameOfACallerCannotWriteLinesOfItsOwnNorFillAScreen() {
        String hostile = "+1\n\u001b[2J" + "x".repeat(10_000);
        MonitoredCall.Parties parties = new MonitoredCall.Parties(hostile, hostile, hostile, false);
        assertThat(parties.from()).startsWith("+1\\n\\u001B[2Jxxx").hasSizeLessThan(500);
        assertThat(parties.to()).isEqualTo(parties.from());
        assertThat(parties.forwardedFrom()).isEqualTo(parties.from());
    }
}
