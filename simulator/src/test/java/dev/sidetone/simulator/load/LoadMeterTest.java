package dev.sidetone.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LoadMeterTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND_NS = 1_000 * MS;
    /** As unlike zero as a real clock's. */
    private static final long ORIGIN_NS = -77 * SECOND_NS;

    private final LoadMeter meter = new LoadMeter(ORIGIN_NS);

    @Test
    void figuresOfSecondsInWhichTheGeneratorWasLateAreWithheldAndCounted() {
        for (int second = 0; second < 3; second++) {
            frames(second, 50, second == 1 ? 6 * MS : MS / 2);
            answers(second, 10, second == 1 ? 3_000 : 400);
        }
        LoadResult load = result(3);
        assertThat(load.seconds()).extracting(LoadResult.Second::withheld).containsExactly(false, true, false);
        assertThat(load.withheldSeconds()).isEqualTo(1);
        assertThat(load.ttfa().n()).isEqualTo(20);
        assertThat(load.ttfa().p95Ms()).isCloseTo(400, within(1.0));
    }

    @Test
    void aSingleLateFrameInAHundredWithholdsNothing() {
        frames(0, 200, MS);
        frames(0, 1, 40 * MS);
        assertThat(result(1).withheldSeconds()).isZero();
        assertThat(result(1).latenessMaxMs()).isCloseTo(40, within(0.1));
    }

    @Test
    void aStandstillWithholdsEverySecondThatItTouched() {
        frames(0, 50, MS);
        answers(2, 5, 900);
        meter.frame(at(3, 100), 2_300 * MS);
        frames(4, 50, MS);
        LoadResult load = result(5);
        assertThat(load.seconds())
                .extracting(LoadResult.Second::withheld)
                .containsExactly(true, true, true, true, false);
        assertThat(load.ttfa().n()).isZero();
    }

    @Test
    void aNinetyFifthPercentileNeedsTwentySamples() {
        answers(0, 19, 500);
        assertThat(result(1).ttfa().p50Ms()).isNotNull();
        assertThat(result(1).ttfa().p95Ms()).isNull();
        answers(0, 1, 500);
        assertThat(result(1).ttfa().p95Ms()).isNotNull();
    }

    @Test
    void percentilesOfManySecondsAreOfTheirSamplesAndNoMeans() {
        answers(0, 98, 100);
        answers(1, 2, 2_000);
        LoadResult load = result(2);
        assertThat(load.ttfa().p50Ms()).isCloseTo(100, within(1.0));
        assertThat(load.ttfa().p95Ms()).isCloseTo(100, within(1.0));
    }

    @Test
    void callsAreCountedWhereTheyWereAndFailuresWhereTheyCame() {
        meter.placed(at(0, 10));
        meter.placed(at(0, 20));
        meter.answered();
        meter.over(CallFate.FAILED, at(1, 0));
        meter.over(CallFate.DROPPED, at(3, 0));
        LoadResult load = result(4);
        assertThat(load.seconds()).extracting(LoadResult.Second::calls).containsExactly(2, 2, 1, 1);
        assertThat(load.seconds()).extracting(LoadResult.Second::failed).containsExactly(0, 1, 0, 1);
        assertThat(load.started()).isEqualTo(2);
        assertThat(load.answered()).isEqualTo(1);
        assertThat(load.failed()).isEqualTo(1);
        assertThat(load.dropped()).isEqualTo(1);
    }

    @Test
    void aSecondIsClosedWhenNothingMoreOfItCanCome() {
        frames(0, 1, 0);
        meter.closeUntil(at(1, 499));
        assertThat(meter.closed()).isZero();
        meter.closeUntil(at(1, 500));
        assertThat(meter.closed()).isEqualTo(1);
    }

    private LoadResult result(int seconds) {
        return meter.result(at(seconds - 1, 0), null, null);
    }

    private void frames(int second, int count, long lateNs) {
        for (int i = 0; i < count; i++) {
            meter.frame(at(second, i) + lateNs, lateNs);
        }
    }

    private void answers(int second, int count, double ms) {
        for (int i = 0; i < count; i++) {
            meter.ttfa(ms, at(second, i));
        }
    }

    private static long at(int second, int ms) {
        return ORIGIN_NS + second * SECOND_NS + ms * MS;
    }
}
