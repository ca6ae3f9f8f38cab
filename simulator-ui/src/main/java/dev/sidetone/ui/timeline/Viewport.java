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

    /** The margin before the start, and after the end of a call that is shown as a whole. */
    static final double BEFORE_START_PX = 10;

    private double widthPx = 1;
    private double msPerPx = USUAL_MS_PER_PX;
    private double leftPx = -BEFORE_START_PX;
    private double startMs;
    private double edgeMs;
    private boolean following = true;
    private boolean fitted;

    void resize(double width) {
        widthPx = Math.max(1, width);
        place();
    }

    /** Sets the moment at which the picture begins, which is negative where the call was answered before its stream came. */
    void startAt(double ms) {
        startMs = ms;
        place();
    }

    /** Moves the live edge to {@code ms}. */
    void extendTo(double ms) {
        edgeMs = ms;
        if (fitted) {
            fit();
        } else if (following) {
            follow();
        }
    }

    /** Shows the whole call, and goes on to do so as it grows or the picture changes its size. */
    void fit() {
        double roomPx = Math.max(1, widthPx - 2 * BEFORE_START_PX);
        msPerPx = Math.min(WIDEST_MS_PER_PX, Math.max(CLOSEST_MS_PER_PX, (edgeMs - startMs) / roomPx));
        following = false;
        leftPx = firstLeft();
        fitted = true;
    }

    private void place() {
        if (fitted) {
            fit();
        } else {
            clamp();
        }
    }

    /** Returns to the live edge and follows it. */
    void follow() {
        following = true;
        fitted = false;
        leftPx = followedLeft();
    }

    /** Follows another call's live edge from its start; the scale is the user's, unless it was that of a whole call. */
    void restart() {
        msPerPx = fitted ? USUAL_MS_PER_PX : msPerPx;
        follow();
        startAt(0);
        extendTo(0);
    }

    /** Scrolls by {@code px} pixels; positive is later. Reaching the live edge follows it again. */
    void scroll(double px) {
        unfollow();
        leftPx += px;
        clamp();
    }

    void toStart() {
        unfollow();
        leftPx = firstLeft();
        clamp();
    }

    /** Centres a moment, as far as the call extends. */
    void center(double ms) {
        beginAt(ms - Math.round(widthPx / 2) * msPerPx);
    }

    /** Begins the picture at a moment, as far as the call extends. */
    void beginAt(double ms) {
        unfollow();
        leftPx = columnOf(ms);
        clamp();
    }

    /** Zooms by {@code factor} (over 1 is closer) around the moment at {@code aroundPx}, or around the followed edge. */
    void zoom(double factor, double aroundPx) {
        double before = msPerPx;
        fitted = false;
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
        fitted = false;
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

    /** Whether it is kept so that all of the call is seen. */
    boolean fitted() {
        return fitted;
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

    /** The first column of the picture. */
    long firstColumn() {
        return (long) firstLeft();
    }

    /** The first column beyond the view at the live edge, or beyond the whole call where that is shown. */
    long lastColumn() {
        return (long) Math.floor((fitted ? leftPx : followedLeft()) + widthPx);
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
