package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedrawPolicyTest {
    private static final long PULSE_NS = 16_666_667L;

    private final RedrawPolicy redraw = new RedrawPolicy();
    private long nowNs = 1_000_000_000L;

    @Test
    void aCallThatMovesOnIsDrawnAtEverySecondPulse() {
        pulses(60, redraw::request);

        assertThat(redraw.count()).isEqualTo(30);
    }

    @Test
    void aPictureThatIsDraggedIsDrawnAtEveryPulse() {
        pulses(60, redraw::requestNow);

        assertThat(redraw.count()).isEqualTo(60);
    }

    @Test
    void aPictureInWhichNothingChangesIsDrawnOnce() {
        pulses(60, () -> {});

        assertThat(redraw.count()).isEqualTo(1);
    }

    private void pulses(int count, Runnable before) {
        for (int i = 0; i < count; i++) {
            nowNs += PULSE_NS;
            before.run();
            if (redraw.isDue(nowNs)) {
                redraw.drawn(nowNs);
            }
        }
    }
}
