package dev.sidetone.bridge.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetronomeTest {
    private final Metronome metronome = new Metronome(100, 20, 5);

    @Test
    void latenessNeverAddsUp() {
        assertThat(metronome.nextNs()).isEqualTo(100);
        metronome.advance(113);
        assertThat(metronome.nextNs()).isEqualTo(120);
        metronome.advance(139);
        assertThat(metronome.nextNs()).isEqualTo(140);
    }

    @Test
    void aShortStallIsCaughtUpTickByTick() {
        assertThat(metronome.advance(220)).isZero();
        assertThat(metronome.nextNs()).isEqualTo(120);
        assertThat(metronome.skipped()).isZero();
    }

    @Test
    void aLongStallIsGivenUpBeyondTheCapAndCountedAndTheGridStays() {
        assertThat(metronome.advance(1_000)).isEqualTo(39);
        assertThat(metronome.nextNs()).isEqualTo(900);
        assertThat(metronome.skipped()).isEqualTo(39);
    }
}
