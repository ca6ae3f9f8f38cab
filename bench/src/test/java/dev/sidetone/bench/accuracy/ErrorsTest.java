package dev.sidetone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void sharesAndPercentilesAreOfTheSizesAndOfWhatWasFound() {
        Errors errors = errors(0.5, -20.0, 0.5, null, 1.0);

        assertThat(errors.cases()).isEqualTo(5);
        assertThat(errors.found()).isEqualTo(4);
        assertThat(errors.missing()).isEqualTo(1);
        assertThat(errors.percentWithin(1)).isEqualTo(75);
        assertThat(errors.within(1)).isEqualTo("75.0 %");
        assertThat(errors.size(50)).isEqualTo("0.5");
        assertThat(errors.size(95)).isEqualTo("20.0");
        assertThat(errors.largest()).isEqualTo("20.0");
    }

    @Test
    void theBiasSaysToWhichSideTheFiguresAreWrong() {
        assertThat(errors(-500.0, -508.1, -510.0).bias()).isEqualTo("-508.1");
        assertThat(errors(2.5, 2.5, 17.5).bias()).isEqualTo("+2.5");
        assertThat(errors(-0.01).bias()).isEqualTo("+0.0");
    }

    @Test
    void aRoundingErrorOfTheClockIsWithinTheBound() {
        assertThat(errors(1.0000001).percentWithin(1)).isEqualTo(100);
        assertThat(errors(1.001).percentWithin(1)).isZero();
    }

    @Test
    void whereNothingWasFoundThereAreNoFigures() {
        Errors errors = errors((Double) null);

        assertThat(errors.within(1)).isEqualTo(Errors.NONE);
        assertThat(errors.bias()).isEqualTo(Errors.NONE);
        assertThat(errors.largest()).isEqualTo(Errors.NONE);
        assertThat(errors.percentWithin(1)).isZero();
    }

    private static Errors errors(@Nullable Double... errors) {
        return Errors.of(Stream.of(errors));
    }
}
