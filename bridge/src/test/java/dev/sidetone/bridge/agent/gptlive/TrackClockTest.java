package dev.sidetone.bridge.agent.gptlive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A track that is as long as what the agent was given, and one that is not. */
class TrackClockTest {
    private static final long MS = 1_000_000;
    private static final int FRAME = 160;

    private final TrackClock clock = new TrackClock();
    private long nowMs;

    @Test
    void aTrackThatKeepsUpIsNeverLate() {
        pass(10_000, 1);
        assertThat(clock.isToBeReported(nowMs * MS)).isFalse();
        assertThat(clock.leavesOut(FRAME, nowMs * MS)).isFalse();
    }

    @Test
    void aBurstOfTheLineIsNoDelayUntilItLasts() {
        for (int i = 0; i < 100; i++) {
            clock.gave(FRAME, 0);
        }
        assertThat(clock.isToBeReported(0)).isFalse();
        nowMs = 200;
        clock.came(100 * FRAME, nowMs * MS);
        pass(2_000, 1);
        assertThat(clock.isToBeReported(nowMs * MS)).isFalse();
    }

    @Test
    void aTrackThatIsASecondBehindIsReportedOnce() {
        pass(2_200, 0);
        assertThat(clock.isToBeReported(nowMs * MS)).isTrue();
        assertThat(clock.behindMs()).isEqualTo(2_200);
        assertThat(clock.isToBeReported(nowMs * MS)).isFalse();
    }

    @Test
    void everyOtherSilentFrameIsLeftOutUntilItIsCaughtUp() {
        pass(2_000, 0);
        int leftOut = 0;
        for (int i = 0; i < 400; i++) {
            nowMs += 20;
            if (clock.leavesOut(FRAME, nowMs * MS)) {
                leftOut++;
            } else {
                clock.gave(FRAME, nowMs * MS);
            }
            clock.came(FRAME, nowMs * MS);
        }
        assertThat(clock.behindMs()).isBetween(400L, 520L);
        assertThat(leftOut).isBetween(74, 80);
    }

    /** An agent that leaves silence out of its track has no queue that could become shorter. */
    @Test
    void whatCannotBeCaughtUpIsNotTriedForEver() {
        pass(2_000, 0);
        int leftOut = 0;
        for (int i = 0; i < 1_000; i++) {
            nowMs += 20;
            if (clock.leavesOut(FRAME, nowMs * MS)) {
                leftOut++;
            } else {
                clock.gave(FRAME, nowMs * MS);
                clock.came(FRAME, nowMs * MS);
            }
        }
        assertThat(leftOut).isLessThanOrEqualTo(101);
        assertThat(clock.behindMs()).isZero();
    }

    private void pass(int ms, int back) {
        for (int i = 0; i < ms; i += 20) {
            nowMs += 20;
            clock.gave(FRAME, nowMs * MS);
            clock.came(back * FRAME, nowMs * MS);
        }
    }
}
