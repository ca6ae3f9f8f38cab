package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveEdgeTest {
    private static final long PULSE_NS = 16_666_667L;

    private final LiveEdge edge = new LiveEdge();
    private long nowNs = 77_000_000_000L;

    @Test
    void whatIsKnownInStepsIsShownMovingEvenly() {
        double before = edge.advance(nowNs, 10_000);
        for (int pulse = 1; pulse <= 600; pulse++) {
            double known = 10_000 + Math.floor(pulse * PULSE_NS / 1e6 / 40) * 40;
            double shown = pulse(known);
            assertThat(shown).isLessThanOrEqualTo(known);
            if (pulse > 60) {
                assertThat(shown - before).as("step at pulse %d", pulse).isBetween(10.0, 24.0);
            }
            before = shown;
        }
    }

    @Test
    void aCallThatHasEndedIsShownToItsEnd() {
        edge.advance(nowNs, 10_000);
        for (int pulse = 0; pulse < 60; pulse++) {
            pulse(10_100);
        }

        assertThat(pulse(10_100)).isEqualTo(10_100);
    }

    @Test
    void whatJumpsIsFollowedAtOnce() {
        edge.advance(nowNs, 0);

        assertThat(pulse(30_000)).isEqualTo(30_000);
        assertThat(pulse(2_000)).isEqualTo(2_000);
    }

    private double pulse(double knownMs) {
        nowNs += PULSE_NS;
        return edge.advance(nowNs, knownMs);
    }
}
