package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Shows a call as a picture: both voices over time with turns, barge-ins, keys and marks. It follows the live edge until the user scrolls back.
 * On the FX thread only: it reads the timeline at every pulse and draws after a change.
 */
public final class TimelinePane extends Region {
    private static final double PREFERRED_WIDTH_PX = 900;
    private static final double PREFERRED_HEIGHT_PX = 260;
    private static final double LEAST_WIDTH_PX = 240;
    private static final double LEAST_HEIGHT_PX = 122;
    private static final int CHIP_MARGIN_PX = 4;
    private static final int CHIP_PADDING_PX = 8;
    private static final int CHIP_FONT_PX = 12;

    private final Canvas canvas = new Canvas();
    private final Button follow = new Button("Follow");
    private final Viewport view = new Viewport();
    private final StyledColors colors = new StyledColors(this, this::paletteChanged);
    private final TimelinePainter painter = new TimelinePainter(canvas, view, colors.palette());
    private final RedrawPolicy redraw = new RedrawPolicy();
    private final TimelineSelection selecting;
    private @Nullable TimelineModel call;
    private @Nullable Double hoverX;
    private long edgeColumn;
    private long pulseNs;
    private boolean moved;
    private boolean wasOver;

    /** One with a selection of its own. */
    public TimelinePane() {
        this(new SelectionModel());
    }

    /** {@code selection} is shared with the other views of the call. */
    public TimelinePane(SelectionModel selection) {
        selecting = new TimelineSelection(this, view, selection);
        getStyleClass().add("timeline-pane");
        follow.getStyleClass().addAll("timeline-follow", "small", "accent");
        follow.setOnAction(event -> follow());
        follow.setFocusTraversable(false);
        follow.setFont(Font.font(CHIP_FONT_PX));
        follow.setPadding(new Insets(1, CHIP_PADDING_PX, 1, CHIP_PADDING_PX));
        follow.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        follow.setVisible(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Call timeline: no call");
        setAccessibleHelp(
                "Arrow keys scroll, with Ctrl they select the previous or next part; plus and minus zoom, 0 shows"
                        + " the whole call, Home goes to the start, End follows the call, Space plays, Escape selects nothing");
        setFocusTraversable(true);
        setPrefSize(PREFERRED_WIDTH_PX, PREFERRED_HEIGHT_PX);
        setMinSize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX);
        focusVisibleProperty().addListener((property, before, now) -> touch(() -> {}));
        getChildren().addAll(canvas, follow);
        new TimelineGestures(this, view);
    }

    /** Shows {@code timeline} at its live edge, and as a whole once the call is over; null shows no call. */
    public void show(@Nullable CallTimeline timeline) {
        show(timeline, false);
    }

    /** The same; {@code complete} says that nothing will be added to it, though its end may be missing: a recording can be cut off. */
    public void show(@Nullable CallTimeline timeline, boolean complete) {
        call = timeline == null ? null : new TimelineModel(timeline, complete);
        moved = false;
        wasOver = false;
        tell();
        touch(() -> {
            view.restart();
            painter.annotationsChanged(null);
        });
    }

    /** Selects the default colours for a dark or a light background; a style sheet overrides them. */
    public void setDark(boolean dark) {
        colors.setDark(dark);
    }

    /** Updates from the timeline and draws after a change. Called once per frame with the time of a steady clock. */
    public void pulse(long nowNs) {
        if (call != null) {
            if (call.pull(nowNs)) {
                painter.annotationsChanged(call.annotations());
                tell();
                redraw.request();
            }
            view.startAt(call.startMs());
            followEdge(call.edgeMs());
            fitWhenOver(call);
        }
        pulseNs = nowNs;
        if (redraw.isDue(nowNs) && isShown()) {
            draw();
        }
    }

    private void followEdge(double edgeMs) {
        view.extendTo(edgeMs);
        long column = view.columnOf(edgeMs);
        boolean seen = view.following() || view.xOf(edgeMs) <= view.widthPx();
        if (seen && column != edgeColumn) {
            redraw.request();
        }
        edgeColumn = column;
    }

    /** A call that is over is shown as a whole, unless the user has moved the picture. */
    private void fitWhenOver(TimelineModel shown) {
        boolean over = shown.isOver();
        if (over && !wasOver && !moved) {
            touch(view::fit);
        }
        if (over != wasOver) {
            wasOver = over;
            touch(() -> {});
            tell();
        }
    }

    /** Tells the picture in words. */
    private void tell() {
        setAccessibleText(
                call == null
                        ? "Call timeline: no call"
                        : call.description(selecting.model().selectedProperty().get()));
    }

    /** Draws again, because something else is selected. */
    void selectionChanged() {
        touch(() -> {});
        tell();
    }

    /** Applies a change of the view; drawn at the next pulse. */
    void touch(Runnable change) {
        change.run();
        follow.setVisible(!view.following() && !wasOver);
        redraw.requestNow();
    }

    /** Zooms in by {@code factor}: around the live edge while it is followed and moves, otherwise around {@code aroundPx}. */
    void zoom(double factor, double aroundPx) {
        moved = true;
        touch(() -> {
            if (call == null || call.isOver()) {
                view.unfollow();
            }
            view.zoom(factor, aroundPx);
        });
    }

    /** Shows a moment of the call: the picture stays where it is if it has it already. */
    public void reveal(double ms) {
        if (ms < view.leftMs() || ms > view.rightMs()) {
            center(ms);
        }
    }

    /** Centres a moment of the call. */
    public void center(double ms) {
        moved = true;
        touch(() -> view.center(ms));
    }

    /** Scrolls by {@code px} pixels; positive is later. */
    void scroll(double px) {
        moved = true;
        touch(() -> view.scroll(px));
    }

    /** Begins the picture at a moment. */
    void beginAt(double ms) {
        moved = true;
        touch(() -> view.beginAt(ms));
    }

    void toStart() {
        moved = true;
        touch(view::toStart);
    }

    /** Follows the live edge. */
    void follow() {
        moved = false;
        touch(view::follow);
    }

    /** Shows the whole call. */
    public void fit() {
        touch(view::fit);
    }

    /** Sets the pointer's place in the picture; null if it has left. */
    void hover(@Nullable Double x) {
        touch(() -> hoverX = x);
    }

    private void draw() {
        redraw.drawn(pulseNs);
        double coveredFromX =
                follow.isVisible() ? follow.getLayoutX() - TimelinePainter.NAMES_PX - CHIP_MARGIN_PX : Double.MAX_VALUE;
        painter.draw(call, selecting.model(), hoverX, coveredFromX);
        if (isFocusVisible()) {
            painter.drawFocus();
        }
    }

    /** A canvas that is not rendered keeps every drawing command in memory, so nothing is drawn while it is hidden. */
    private boolean isShown() {
        if (getScene() == null || canvas.getWidth() <= 0) {
            return false;
        }
        return !(getScene().getWindow() instanceof Stage stage && stage.isIconified());
    }

    private void paletteChanged() {
        touch(() -> painter.use(colors.palette()));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, snapSizeX(getWidth()));
        double height = Math.max(1, snapSizeY(getHeight()));
        double chip = snapSizeX(follow.prefWidth(-1));
        follow.resizeRelocate(width - chip - TimelinePainter.RIGHT_PX, CHIP_MARGIN_PX, chip, follow.prefHeight(-1));
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            view.resize(width - TimelinePainter.NAMES_PX - TimelinePainter.RIGHT_PX);
            painter.resize(height);
            draw();
        }
    }

    /** The style properties {@code -timeline-…}. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return StyledColors.METADATA;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    /** The number of pictures drawn so far. */
    public long pictures() {
        return redraw.count();
    }

    /** The annotations so far; null before the first tick. */
    @Nullable
    CallAnnotations annotations() {
        return call == null ? null : call.annotations();
    }

    TimelineSelection selecting() {
        return selecting;
    }

    LaneLayout lanes() {
        return painter.lanes();
    }

    /** The scale of the overview. */
    OverviewScale overview() {
        return painter.overview(call);
    }

    Viewport view() {
        return view;
    }

    RedrawPolicy redraw() {
        return redraw;
    }

    StyledColors colors() {
        return colors;
    }
}
