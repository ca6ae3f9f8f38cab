package dev.sidetone.ui.timeline;

/**
 * Which seconds of a call are seen, at what scale. Time is cut into columns of one pixel, counted from the call's start, and the view
 * begins at a whole column, so that a picture that moves does not shimmer. Owned by the pane, on the FX thread.
 */
final class Viewport {
    /** The closest look: 20 ms are 16 pixels wide. */
    static final double CLOSEST_MS_PER_PX = 1.25;
    /** The widest: a day on a small screen. */
    static final double WIDEST_MS_PER_PX = 100_000;
    /** Twelve seconds on a usual screen. */
    static final double USUAL_MS_PER_PX = 14;
    /** Where the live edge stands while it is followed; what is left of the width has room for labels. */
    static final double EDGE_AT = 0.88;

    private static final double BEFORE_START_PX = 10;

    private double widthPx = 1;
    private double msPerPx = USUAL_MS_PER_PX;
    private double leftPx = -BEFORE_START_PX;
    private double edgeMs;
    private boolean following = true;

    void resize(double width) {
        widthPx = Math.max(1, width);
        hold();
    }

    /** The call has come to {@code ms}. */
    void reach(double ms) {
        edgeMs = ms;
        if (following) {
            follow();
        }
    }

    /** Back to the live edge, and on with it. */
    void follow() {
        following = true;
        leftPx = followedLeft();
    }

    /** Moves the picture: a positive number of pixels looks at what came later. Coming to the live edge follows it again. */
    void scroll(double px) {
        following = false;
        leftPx += px;
        hold();
    }

    void toStart() {
        following = false;
        leftPx = -BEFORE_START_PX;
        hold();
    }

    /** Brings a moment into the middle, as far as the call reaches. */
    void lookAt(double ms) {
        following = false;
        leftPx = columnOf(ms) - Math.round(widthPx / 2);
        hold();
    }

    /** Changes the scale by {@code factor} (over 1 looks closer) around the moment at {@code aroundPx}, or around the edge it follows. */
    void zoom(double factor, double aroundPx) {
        double before = msPerPx;
        msPerPx = Math.min(WIDEST_MS_PER_PX, Math.max(CLOSEST_MS_PER_PX, msPerPx / factor));
        leftPx = (leftPx + aroundPx) * before / msPerPx - aroundPx;
        if (following) {
            follow();
        }
        hold();
    }

    /** Lets go of the live edge: the next zoom is around the pointer. */
    void letGo() {
        following = false;
    }

    private void hold() {
        double latest = followedLeft();
        following |= leftPx >= latest && edgeMs > 0;
        leftPx = following ? latest : Math.max(-BEFORE_START_PX, Math.min(leftPx, latest));
    }

    private double followedLeft() {
        return Math.max(-BEFORE_START_PX, Math.floor(edgeMs / msPerPx) - Math.round(widthPx * EDGE_AT));
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

    double edgeMs() {
        return edgeMs;
    }

    /** The column at the left. */
    long leftColumn() {
        return (long) Math.floor(leftPx);
    }

    /** The first column that cannot come into view before the call goes on. */
    long lastColumn() {
        return (long) Math.floor(followedLeft() + widthPx);
    }

    /** The column that a moment falls into. */
    long columnOf(double ms) {
        return (long) Math.floor(ms / msPerPx);
    }

    /** The pixel of that column on the screen. */
    double xOf(double ms) {
        return columnOf(ms) - leftColumn();
    }

    /** The moment under a pixel. */
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
