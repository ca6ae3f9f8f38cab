package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatencyDigestTest {
    private final LatencyDigest digest = new LatencyDigest();

    @Test
    void withoutSamplesThereIsNoMedian() {
        assertThat(digest.p50Ms()).isNull();
    }

    @Test
    void highPercentilesAreWithheldUntilTheyMeanSomething() {
        for (int i = 1; i < LatencyDigest.ENOUGH; i++) {
            digest.recordMs(i);
        }
        assertThat(digest.p50Ms()).isCloseTo(10, within(0.02));
        assertThat(digest.p95Ms()).isNull();

        digest.recordMs(20);
        assertThat(digest.p95Ms()).isCloseTo(19, within(0.02));
    }

    @Test
    void manyCallsAreJoinedByTheirSamples() {
        LatencyDigest other = new LatencyDigest();
        for (int i = 0; i < 30; i++) {
            digest.recordMs(100);
            other.recordMs(i < 29 ? 100 : 900);
        }
        other.recordMs(900);

        digest.add(other);

        assertThat(digest.count()).isEqualTo(61);
        assertThat(digest.p50Ms()).isCloseTo(100, within(0.1));
        assertThat(digest.p99Ms()).isCloseTo(900, within(0.9));
    }
}
