package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import org.junit.jupiter.api.Test;

class LaneLayoutTest {
    @Test
    void whatAHigherPictureHasMoreGoesToTheLanes() {
        LaneLayout usual = LaneLayout.of(270, true, true);
        LaneLayout large = LaneLayout.of(580, true, true);

        assertThat(large.laneHeight()).isGreaterThanOrEqualTo(3 * usual.laneHeight());
        assertThat(large.queueHeight()).isGreaterThanOrEqualTo(3 * usual.queueHeight());
    }

    @Test
    void nothingLiesOverAnythingElseAtAnyHeight() {
        for (int height = 122; height < 1_400; height += 7) {
            for (boolean words : new boolean[] {false, true}) {
                LaneLayout lanes = LaneLayout.of(height, words, words);
                assertThat(lanes.labelY(Strip.ABOVE, rows(lanes, Strip.ABOVE) - 1))
                        .isNotNegative();
                assertThat(lanes.callerEndY() + lanes.callerWordsPx())
                        .isLessThanOrEqualTo(lanes.labelY(Strip.BETWEEN, 0));
                assertThat(lanes.labelY(Strip.BETWEEN, 0) + LaneLayout.LABEL_PX).isLessThanOrEqualTo(lanes.agentY());
                int below = lanes.labelY(Strip.BELOW, rows(lanes, Strip.BELOW) - 1) + LaneLayout.LABEL_PX - 2;
                assertThat(below).isLessThanOrEqualTo(lanes.queueY());
                assertThat(lanes.queueEndY()).isLessThanOrEqualTo(lanes.axisY());
                assertThat(lanes.overviewY() + lanes.overviewHeight()).isLessThanOrEqualTo(height);
            }
        }
    }

    private static int rows(LaneLayout lanes, Strip strip) {
        return lanes.labelRows().getOrDefault(strip, 0);
    }

    @Test
    void aLowPictureDoesWithoutWordsQueueAndOverview() {
        assertThat(LaneLayout.of(220, true, true))
                .matches(lanes -> lanes.queueHeight() == 0 && lanes.overviewHeight() == 0 && !lanes.hasWords(true));
        assertThat(LaneLayout.of(270, false, true))
                .matches(lanes -> lanes.queueHeight() > 0 && lanes.hasWords(false) && !lanes.hasWords(true));
    }

    @Test
    void onlyTheOverviewIsTheOverview() {
        LaneLayout lanes = LaneLayout.of(300);
        assertThat(lanes.isOnOverview(lanes.overviewY() + 3)).isTrue();
        assertThat(lanes.isOnOverview(lanes.overviewY() - 1)).isFalse();
        assertThat(LaneLayout.of(200).isOnOverview(199)).isFalse();
    }
}
