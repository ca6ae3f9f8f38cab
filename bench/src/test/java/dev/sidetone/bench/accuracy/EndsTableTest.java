package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndsTableTest {
    @Test
    void inSilenceAndInNoiseSidetoneFindsTheEndsOfAllVoices() {
        for (double snrDb : List.of(20.0, 10.0)) {
            NoisyCaller caller = NoisyCaller.of(NoiseKind.WHITE, snrDb, 1);
            List<SpeechStretch> found = SpeechStretch.joined(SpeechFinder.OWN.find(caller.samples()));

            assertThat(found).hasSameSizeAs(caller.spoken());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).toMs() - caller.spoken().get(i).toMs()).isBetween(-160.0, 40.0);
            }
        }
    }

    @Test
    void aFixedThresholdFindsNoEndInNoise() {
        assertThat(SpeechFinder.THRESHOLD.find(
                        NoisyCaller.of(NoiseKind.WHITE, 10, 1).samples()))
                .isEmpty();
        NoisyCaller clean = NoisyCaller.of(NoiseKind.NONE, 0, 1);
        assertThat(SpeechStretch.joined(SpeechFinder.THRESHOLD.find(clean.samples())))
                .hasSameSizeAs(clean.spoken());
    }

    @Test
    void aPauseWithinATurnDoesNotEndIt() {
        assertThat(SpeechStretch.joined(List.of(
                        new SpeechStretch(0, 500), new SpeechStretch(1_400, 2_000), new SpeechStretch(3_100, 4_000))))
                .containsExactly(new SpeechStretch(0, 2_000), new SpeechStretch(3_100, 4_000));
    }
}
