package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import java.util.Map;

/**
 * The vertical layout of the picture: labels, the caller's lane, the space between, the agent's lane, labels, the time axis. Whole pixels from
 * the top. Immutable.
 */
record LaneLayout(int callerY, int agentY, int laneHeight, int axisY, int height, Map<Strip, Integer> labelRows) {
    /** The height of a row of labels. */
    static final int LABEL_PX = 18;
    /** The space between the lanes, which shows the time to first audio. */
    static final int BETWEEN_PX = 26;
    /** The height of the axis. */
    static final int AXIS_PX = 24;

    private static final int TOP_PX = 6;
    private static final int TALL_PX = 340;
    private static final int LEAST_LANE_PX = 12;

    static LaneLayout of(double height) {
        int labelRows = height >= TALL_PX ? 2 : 1;
        int above = TOP_PX + labelRows * LABEL_PX + 2;
        int below = labelRows * LABEL_PX + 2;
        int lane = Math.max(LEAST_LANE_PX, ((int) height - above - below - BETWEEN_PX - AXIS_PX) / 2);
        int agentY = above + lane + BETWEEN_PX;
        int axisY = agentY + lane + below;
        return new LaneLayout(
                above,
                agentY,
                lane,
                axisY,
                (int) height,
                Map.of(Strip.ABOVE, labelRows, Strip.BETWEEN, 1, Strip.BELOW, labelRows));
    }

    int callerEndY() {
        return callerY + laneHeight;
    }

    int agentEndY() {
        return agentY + laneHeight;
    }

    /** The middle of the space between the lanes. */
    int betweenY() {
        return callerEndY() + BETWEEN_PX / 2;
    }

    /** The top of a label row in a strip. */
    int labelY(Strip strip, int row) {
        return switch (strip) {
            case ABOVE -> callerY - 2 - (row + 1) * LABEL_PX;
            case BETWEEN -> betweenY() - LABEL_PX / 2;
            case BELOW -> agentEndY() + 3 + row * LABEL_PX;
        };
    }
}
