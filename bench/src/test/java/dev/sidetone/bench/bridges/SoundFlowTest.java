package dev.sidetone.bench.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a piece counts as arrived. */
class SoundFlowTest {
    private final LoadFigures figures = new LoadFigures(100);
    private final SoundFlow flow = new SoundFlow();

    @Test
    void aPieceHasArrivedWithItsLastSampleHoweverItIsCut() {
        flow.send(160, SoundFlow.Piece.PACED, 1_000_000);
        assertThat(arrive(100, 2_000_000)).isTrue();
        assertThat(figures.down.getTotalCount()).isZero();
        assertThat(flow.missing()).isEqualTo(60);
        assertThat(arrive(60, 4_000_000)).isTrue();
        assertThat(figures.down.getTotalCount()).isEqualTo(1);
        assertThat(figures.down.getMaxValue()).isBetween(2_990_000L, 3_010_000L);
        assertThat(flow.missing()).isZero();
    }

    @Test
    void ofABurstTheLastPieceCounts() {
        flow.send(1_600, SoundFlow.Piece.BURST, 1_000_000);
        flow.send(1_600, SoundFlow.Piece.LAST_OF_BURST, 1_000_000);
        arrive(1_600, 2_000_000);
        assertThat(figures.burst.getTotalCount()).isZero();
        arrive(1_600, 3_000_000);
        assertThat(figures.burst.getTotalCount()).isEqualTo(1);
        assertThat(figures.down.getTotalCount()).isZero();
    }

    @Test
    void whatWasSentBeforeTheWindowDoesNotCountAndMoreThanWasSentIsWrong() {
        flow.send(160, SoundFlow.Piece.PACED, 50);
        assertThat(arrive(160, 2_000_000)).isTrue();
        assertThat(figures.down.getTotalCount()).isZero();
        assertThat(arrive(1, 2_000_000)).isFalse();
    }

    private boolean arrive(int samples, long nowNs) {
        return flow.arrive(samples, nowNs, figures.down, figures.burst, figures.sinceNs);
    }
}
