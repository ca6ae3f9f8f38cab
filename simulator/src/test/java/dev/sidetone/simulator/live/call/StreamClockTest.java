package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller's time comes from the stream's timestamps, whatever the way does to the frames and whatever somebody writes into them. */
class StreamClockTest {
    private static final long MS = 1_000_000;
    /** About to overflow, as a real clock may be. */
    private static final long ZERO_NS = Long.MAX_VALUE - 3_000 * MS;

    private final StreamClock clock = new StreamClock();

    @Test
    void aFrameThatComesLateWasSaidInTime() {
        assertThat(place(155, 0)).isZero();
        assertThat(place(175, 20)).isEqualTo(20);
        assertThat(place(195, 140)).isEqualTo(40);
        assertThat(place(215, 140)).isEqualTo(60);
        assertThat(place(235, 141)).isEqualTo(80);
    }

    @Test
    void aFirstFrameThatCameLateIsPutRightByAQuickerOne() {
        assertThat(place(155, 300)).isEqualTo(300);
        assertThat(place(175, 300)).isEqualTo(310);
        assertThat(place(195, 300)).isEqualTo(320);
        assertThat(place(215, 320)).isEqualTo(330);
        assertThat(place(235, 340)).isEqualTo(340);
        assertThat(place(255, 400)).isEqualTo(360);
    }

    @Test
    void aHoleInTheTimestampsIsAHoleInTime() {
        place(155, 0);
        assertThat(place(1_155, 1_003)).isEqualTo(1_000);
    }

    @Test
    void twoClocksThatDriftApartStayTogether() {
        long offNs = 0;
        for (int i = 0; i < 180_000; i++) {
            long arrivedNs = i * 20L * MS + i * 2_000L;
            offNs = arrivedNs - clock.spokenNs(155 + i * 20L, arrivedNs);
        }
        assertThat(offNs).isBetween(0L, 3 * MS);
    }

    @Test
    void timestampsThatNeverMoveFallBackToTheArrivals() {
        for (int i = 0; i < 100; i++) {
            assertThat(place(20, i * 20L)).isEqualTo(i * 20L);
        }
    }

    @Test
    void garbageIsPutWhereItArrivedAndWhatFollowsGoesOn() {
        place(155, 0);
        for (long garbage : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1, 0, 86_400_000L, 155}) {
            assertThat(place(garbage, 40)).isBetween(10L, 200L);
        }
        assertThat(place(255, 300)).isEqualTo(140);
        assertThat(place(275, 330)).isEqualTo(160);
    }

    @Test
    void timeOnlyEverGoesForwards() {
        List<Long> said = new ArrayList<>();
        long[] stamps = {155, 175, 175, 100, 120, 140, 9_000_000, 160, 180, 180, 0, 20};
        for (int i = 0; i < stamps.length; i++) {
            said.add(place(stamps[i], i * 20L));
        }
        assertThat(said).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aFloodIsNotTakenForTime() {
        int taken = 0;
        for (int i = 0; i < 10_000; i++) {
            taken += clock.spokenNs(20, ZERO_NS) == StreamClock.NEVER ? 0 : 1;
        }
        assertThat(taken).isEqualTo(101);
        assertThat(place(20, 2_000)).isEqualTo(2_000);
    }

    /** Both in ms since the first could arrive. */
    private long place(long timestampMs, long arrivedMs) {
        return (clock.spokenNs(timestampMs, ZERO_NS + arrivedMs * MS) - ZERO_NS) / MS;
    }
}
