package dev.sidetone.ui.timeline;

import dev.sidetone.ui.timeline.TimelineLabel.Strip;
import java.util.Map;

/**
 * The vertical layout of the picture: labels, the caller's lane and words, the space between, the agent's lane and words, labels, the queue's lane,
 * the time axis, the overview. Lanes take what the rest leaves; a low picture has no words, then no queue and no overview. Whole pixels from the top.
 * Immutable.
 *
 * @param callerWordsPx the height of the row of the caller's words, 0 without any
 * @param agentWordsPx the same of the agent's
 * @param queueHeight 0 without the queue's lane
 * @param overviewHeight 0 without the overview
 */
record LaneLayout(
        int callerY,
        int agentY,
        int laneHeight,
        int callerWordsPx,
        int agentWordsPx,
        int queueY,
        int queueHeight,
        int axisY,
        int overviewHeight,
        int height,
        Map<Strip, Integer> labelRows) {
    /** The height of a row of labels. */
    static final int LABEL_PX = 18;
    /** The space between the lanes, which shows the time to first audio. */
    static final int BETWEEN_PX = 26;
    /** The height of the axis. */
    static final int AXIS_PX = 24;

    private static final int TOP_PX = 6;
    private static final int WORDS_PX = 18;
    private static final int OVERVIEW_PX = 20;
    private static final int OVERVIEW_BELOW_PX = 4;
    private static final int QUEUE_BELOW_PX = 4;
    private static final int WITH_WORDS_PX = 250;
    private static final int WITH_QUEUE_PX = 230;
    private static final int TALL_PX = 400;
    private static final int LEAST_LANE_PX = 12;
    /** The queue's lane is this part of a voice's. */
    private static final double QUEUE_SHARE = 0.5;

    /** A call without words. */
    static LaneLayout of(double height) {
        return of(height, false, false);
    }

    /** A call in which the words of one side or both are known. */
    static LaneLayout of(double height, boolean callerWords, boolean agentWords) {
        int labelRows = height >= TALL_PX ? 2 : 1;
        boolean queued = height >= WITH_QUEUE_PX;
        int callerRow = callerWords && height >= WITH_WORDS_PX ? WORDS_PX : 0;
        int agentRow = agentWords && height >= WITH_WORDS_PX ? WORDS_PX : 0;
        int above = TOP_PX + labelRows * LABEL_PX + 2;
        int below = labelRows * LABEL_PX + 2;
        int overview = queued ? OVERVIEW_PX : 0;
        int words = callerRow + agentRow;
        int rest = above + BETWEEN_PX + words + below + AXIS_PX + (queued ? QUEUE_BELOW_PX + OVERVIEW_BELOW_PX : 0);
        double room = height - rest - overview;
        int lane = Math.max(LEAST_LANE_PX, (int) (room / (queued ? 2 + QUEUE_SHARE : 2)));
        int queue = queued ? Math.max(LEAST_LANE_PX, (int) room - 2 * lane) : 0;
        int agentY = above + lane + callerRow + BETWEEN_PX;
        int queueY = agentY + lane + agentRow + below;
        return new LaneLayout(
                above,
                agentY,
                lane,
                callerRow,
                agentRow,
                queueY,
                queue,
                queueY + queue + (queued ? QUEUE_BELOW_PX : 0),
                overview,
                (int) height,
                Map.of(Strip.ABOVE, labelRows, Strip.BETWEEN, 1, Strip.BELOW, labelRows));
    }

    int callerEndY() {
        return callerY + laneHeight;
    }

    int agentEndY() {
        return agentY + laneHeight;
    }

    int queueEndY() {
        return queueY + queueHeight;
    }

    /** The top of the overview. */
    int overviewY() {
        return axisY + AXIS_PX;
    }

    /** Whether the height is one of the overview's. */
    boolean isOnOverview(double y) {
        return overviewHeight > 0 && y >= overviewY() && y < overviewY() + overviewHeight;
    }

    /** The middle of the space between the lanes, below the caller's words. */
    int betweenY() {
        return callerEndY() + callerWordsPx + BETWEEN_PX / 2;
    }

    /** The middle of the row of one side's words. */
    double wordsY(boolean caller) {
        return caller ? callerEndY() + callerWordsPx / 2.0 : agentEndY() + agentWordsPx / 2.0;
    }

    /** Whether there is a row for one side's words. */
    boolean hasWords(boolean caller) {
        return (caller ? callerWordsPx : agentWordsPx) > 0;
    }

    /** The top of a label row in a strip. */
    int labelY(Strip strip, int row) {
        return switch (strip) {
            case ABOVE -> callerY - 2 - (row + 1) * LABEL_PX;
            case BETWEEN -> betweenY() - LABEL_PX / 2;
            case BELOW -> agentEndY() + agentWordsPx + 3 + row * LABEL_PX;
        };
    }
}
