package dev.sidetone.simulator.timeline;

import static dev.sidetone.simulator.timeline.LevelPyramid.Lane.HEARD;
import static dev.sidetone.simulator.timeline.LevelPyramid.Lane.SAID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class CallOutlineTest {
    private final CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
    private final CallOutline sketch = timeline.sketch();

    @Test
    void theOutlineSaysWhereItLiesInTime() {
        assertThat(sketch.zero()).isNull();

        FakeCall.into(timeline).runsUntil(1000);

        CallOutline.Zero zero = Objects.requireNonNull(sketch.zero());
        assertThat(zero.firstTickAtMs()).isEqualTo(20);
        assertThat(zero.atMs(FakeCall.ns(750))).isEqualTo(750);
    }

    @Test
    void aStreamThatComesLaterMovesTheBeginningOfTimeAndNotThePicture() {
        timeline.add(new Fact.CallAnswered(FakeCall.ZERO_NS - 1_000_000_000L));
        for (int tick = 0; tick < 49; tick++) {
            timeline.add(new Fact.Tick(
                    FakeCall.ZERO_NS - 998_000_000L + tick * 20_000_000L, tick, 0, -90, -90, -90, -90, 0, 0));
        }
        timeline.pump(FakeCall.ZERO_NS);
        assertThat(Objects.requireNonNull(sketch.zero()).firstTickAtMs()).isEqualTo(2);

        FakeCall.into(timeline).at(500).callerSpeaks(200).hangsUpAt(1000);

        CallOutline.Zero zero = Objects.requireNonNull(sketch.zero());
        assertThat(zero.firstTickAtMs()).isEqualTo(-1_000);
        assertThat(zero.atMs(FakeCall.ns(750))).isEqualTo(750);
        assertThat(sketch.pyramid().highest(0, SAID, 51 + bucketSaidAt(490))).isZero();
        assertThat(sketch.pyramid().highest(0, SAID, 51 + bucketSaidAt(510))).isPositive();
    }

    @Test
    void ticksThatWereGivenUpDoNotMoveWhatComesAfter() {
        FakeCall.into(timeline)
                .at(500)
                .ticksAreGivenUp(40)
                .at(2000)
                .callerSpeaks(200)
                .hangsUpAt(3000);

        LevelPyramid outline = sketch.pyramid();
        assertThat(outline.begun(0)).isEqualTo(3000 / 20);
        assertThat(outline.highest(0, SAID, bucketSaidAt(1990))).isZero();
        assertThat(outline.highest(0, SAID, bucketSaidAt(2010))).isPositive();
        assertThat(outline.highest(0, HEARD, bucketSaidAt(2010))).isZero();
    }

    @Test
    void theLatestClearsAndMarksAreAtHand() {
        FakeCall.into(timeline)
                .at(500)
                .serverClears()
                .at(700)
                .markReturns("heard", true)
                .at(800)
                .markReturns("thrown away", false)
                .hangsUpAt(1000);

        assertThat(sketch.clears().facts()).extracting(Fact::atNs).containsExactly(FakeCall.ns(500));
        assertThat(sketch.marks().facts())
                .extracting(Fact.MarkEchoed::name, Fact.MarkEchoed::heard)
                .containsExactly(tuple("heard", true), tuple("thrown away", false));
    }

    @Test
    void theQueuesDepthIsTheDeepestOfEachBucketAndEmptyAfterAClear() {
        FakeCall.into(timeline)
                .at(500)
                .agentSends(2000)
                .at(1500)
                .serverClears()
                .at(1600)
                .ticksAreGivenUp(10)
                .hangsUpAt(3000);

        DepthPyramid depths = sketch.depths();
        assertThat(depths.begun(0)).isEqualTo(sketch.pyramid().begun(0));
        assertThat(depths.deepestBytes(0, bucketHeardAt(480))).isZero();
        assertThat(depths.deepestBytes(0, bucketHeardAt(520))).isBetween(15_680, 16_000);
        assertThat(depths.deepestBytes(0, bucketHeardAt(1000))).isBetween(11_840, 12_160);
        assertThat(depths.deepestBytes(0, bucketHeardAt(1540))).isZero();
        assertThat(depths.deepestBytes(1, bucketHeardAt(540) / LevelPyramid.FACTOR))
                .isGreaterThanOrEqualTo(depths.deepestBytes(0, bucketHeardAt(540)));
    }

    @Test
    void wordsAreAtHandWithoutWhatATerminalWouldObey() {
        FakeCall.into(timeline)
                .at(500)
                .someoneSays("agent", " Hello.\u001b[2J ")
                .hangsUpAt(1000);

        assertThat(sketch.words().facts()).hasSize(1).first().satisfies(words -> {
            assertThat(words.speaker()).isEqualTo("agent");
            assertThat(words.text()).startsWith("Hello.").doesNotContain("\u001b");
        });
    }

    @Test
    void aRingForgetsTheOldest() {
        FactRing<Fact.KeyPressed> ring = new FactRing<>(3);
        for (char digit : "12345".toCharArray()) {
            ring.add(new Fact.KeyPressed(0, digit));
        }

        assertThat(ring.count()).isEqualTo(5);
        assertThat(ring.facts()).extracting(Fact.KeyPressed::digit).containsExactly('3', '4', '5');
    }

    /** The frame heard at tick T is the sound of the 20 ms after, and the first tick is at 20 ms. */
    private static long bucketHeardAt(long ms) {
        return ms / 20 - 1;
    }

    /** The frame said at tick T is the sound of the 20 ms before, and the first tick is at 20 ms. */
    private static long bucketSaidAt(long ms) {
        return ms / 20;
    }
}
