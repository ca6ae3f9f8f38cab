package dev.sidetone.ui.timeline;

/**
 * The visible part of a call and its scale. Time is divided into columns of one pixel, counted from the start of its clock; the view starts at a
 * whole column, so that a moving picture does not shimmer. Owned by the {@link TimelinePane}, on the FX thread.
 */
final class Viewport {
    /** The closest scale: 20 ms are 16 pixels wide. */
    static final double CLOSEST_MS_PER_PX = 1.25;
    /** The widest scale: a day on a small screen. */
    static final double WIDEST_MS_PER_PX = 100_000;
    /** The scale at the start: twelve seconds on a usual screen. */
    static final double USUAL_MS_PER_PX = 14;
    /** The place of the followed live edge as a share of the width; the rest is space for labels. */
    static final double EDGE_AT = 0.88;

    private static final double BEFORE_START_PX = 10;

    private double widthPx = 1;
    private double msPerPx = USUAL_MS_PER_PX;
    private double leftPx = -BEFORE_START_PX;
    private double startMs;
    private double edgeMs;
    private boolean following = true;

    void resize(double width) {
        widthPx = Math.max(1, width);
        clamp();
    }

    /** Sets the moment at which the picture begins, which is negative where the call was answered before its stream came. */
    void startAt(double ms) {
        startMs = ms;
        clamp();
    }

    /** Moves the live edge to {@code ms}. */
    void extendTo(double ms) {
        edgeMs = ms;
        if (following) {
            follow();
        }
    }

    /** Returns to the live edge and follows it. */
    void follow() {
        following = true;
        leftPx = followedLeft();
    }

    /** Scrolls by {@code px} pixels; positive is later. Reaching the live edge follows it again. */
    void scroll(double px) {
        following = false;
        leftPx += px;
        clamp();
    }

    void toStart() {
        following = false;
        leftPx = firstLeft();
        clamp();
    }

    /** Centres a moment, as far as the call extends. */
    void center(double ms) {
        following = false;
        leftPx = columnOf(ms) - Math.round(widthPx / 2);
        clamp();
    }

    /** Zooms by {@code factor} (over 1 is closer) around the moment at {@code aroundPx}, or around the followed edge. */
    void zoom(double factor, double aroundPx) {
        double before = msPerPx;
        msPerPx = Math.min(WIDEST_MS_PER_PX, Math.max(CLOSEST_MS_PER_PX, msPerPx / factor));
        leftPx = (leftPx + aroundPx) * before / msPerPx - aroundPx;
        if (following) {
            follow();
        }
        clamp();
    }

    /** Stops following the live edge, so that the next zoom is around the pointer. */
    void unfollow() {
        following = false;
    }

    private void clamp() {
        double latest = followedLeft();
        following |= leftPx >= latest && edgeMs > startMs;
        leftPx = following ? latest : Math.max(firstLeft(), Math.min(leftPx, latest));
    }

    private double followedLeft() {
        return Math.max(firstLeft(), Math.floor(edgeMs / msPerPx) - Math.round(widthPx * EDGE_AT));
    }

    private double firstLeft() {
        return Math.floor(startMs / msPerPx) - BEFORE_START_PX;
    }

    boolean following() {
        return following;
    }

    double widthPx() {
        return widthPx;
    }

    double msPerPx() {
        return msPerPx;
    }

    double startMs() {
        return startMs;
    }

    double edgeMs() {
        return edgeMs;
    }

    /** The column at the left edge. */
    long leftColumn() {
        return (long) Math.floor(leftPx);
    }

    /** The first column beyond the view at the live edge. */
    long lastColumn() {
        return (long) Math.floor(followedLeft() + widthPx);
    }

    /** The column of a moment. */
    long columnOf(double ms) {
        return (long) Math.floor(ms / msPerPx);
    }

    /** The pixel of a moment's column in the view. */
    double xOf(double ms) {
        return columnOf(ms) - leftColumn();
    }

    /** The moment at a pixel. */
    double msAt(double x) {
        return (leftColumn() + x) * msPerPx;
    }

    double leftMs() {
        return msAt(0);
    }

    double rightMs() {
        return msAt(widthPx);
    }
}
