package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void theSilentCallRunsItsWholeMinute() {
        assertThat(WarmUp.play()).isEqualTo(3_000);
    }
}
