package dev.sidetone.ui.latency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.report.QualityBand;
import dev.sidetone.simulator.timeline.CallResult.Parts;
import dev.sidetone.simulator.timeline.CallResult.Turn;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TtfaTilesTest {
    private static final Parts NO_PARTS = new Parts(null, null, null, null, null, null);

    @Test
    void everyNumberSaysWhatItIsOfAndHowGoodItIs() {
        TtfaTiles figures = TtfaTiles.of(List.of(turn(1, 700.0, true), turn(2, 1500.4, true), turn(3, 1116.0, true)));

        assertThat(figures.last()).isEqualTo(new Tile("1116 ms", "turn 3", QualityBand.ORANGE));
        assertThat(figures.median()).isEqualTo(new Tile("1116 ms", "n=3", QualityBand.ORANGE));
        assertThat(figures.slowest()).isEqualTo(new Tile("1500 ms", "turn 2", QualityBand.RED));
    }

    @Test
    void aTurnThatIsNotJudgedOrNotAnsweredCountsNowhere() {
        TtfaTiles figures = TtfaTiles.of(List.of(turn(1, 700.0, true), turn(2, 9000.0, false), turn(3, null, true)));

        assertThat(figures.last().detail()).isEqualTo("turn 1");
        assertThat(figures.slowest().value()).isEqualTo("700 ms");
        assertThat(figures.median().detail()).isEqualTo("n=1");
        assertThat(TtfaTiles.of(List.of(turn(1, null, true))).last().detail()).isEqualTo("none answered");
    }

    @Test
    void timesNoneOfWhichIsJudgedAreShownAsSuchWithoutABand() {
        TtfaTiles figures = TtfaTiles.of(List.of(turn(1, 9000.0, false), turn(2, 700.0, false), turn(3, null, false)));

        assertThat(figures.median()).isEqualTo(new Tile("700 ms", "not judged", null, false));
        assertThat(figures.last()).isEqualTo(new Tile("700 ms", "not judged", null, false));
        assertThat(figures.slowest()).isEqualTo(new Tile("9000 ms", "not judged", null, false));
    }

    @Test
    void aPercentileFarOutIsWithheldBelowTwentyTurns() {
        assertThat(medianOf(19).detail()).isEqualTo("n=19");
        assertThat(medianOf(20).detail()).isEqualTo("n=20 · p95 700");
    }

    private static Tile medianOf(int turns) {
        List<Turn> all = IntStream.rangeClosed(1, turns)
                .mapToObj(n -> turn(n, 700.0, true))
                .toList();
        return TtfaTiles.of(all).median();
    }

    private static Turn turn(int number, @Nullable Double ttfaMs, boolean judged) {
        return new Turn(number, 0, 1000, null, null, ttfaMs, null, judged, false, false, NO_PARTS, false);
    }
}
