package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallTimeline;
import java.util.List;
import java.util.Objects;
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
    /** The style sheet that maps the picture's colours to those of an AtlantaFX theme; added to the scene. */
    public static final String STYLESHEET = Objects.requireNonNull(
                    TimelinePane.class.getResource("timeline.css"), "timeline.css")
            .toExternalForm();

    private static final double PREFERRED_WIDTH_PX = 900;
    private static final double PREFERRED_HEIGHT_PX = 220;
    private static final double LEAST_WIDTH_PX = 240;
    private static final double LEAST_HEIGHT_PX = 150;
    private static final int CHIP_MARGIN_PX = 4;
    private static final int CHIP_PADDING_PX = 8;
    private static final int CHIP_FONT_PX = 11;

    private final Canvas canvas = new Canvas();
    private final Button follow = new Button("Follow");
    private final Viewport view = new Viewport();
    private final StyledColors colors = new StyledColors(this, this::paletteChanged);
    private final TimelinePainter painter = new TimelinePainter(canvas, view, colors.palette());
    private final RedrawPolicy redraw = new RedrawPolicy();
    private @Nullable TimelineModel call;
    private @Nullable Double hoverX;
    private long edgeColumn;
    private long pulseNs;

    public TimelinePane() {
        getStyleClass().add("timeline-pane");
        follow.getStyleClass().addAll("timeline-follow", "small", "accent");
        follow.setOnAction(event -> touch(view::follow));
        follow.setFocusTraversable(false);
        follow.setFont(Font.font(CHIP_FONT_PX));
        follow.setPadding(new Insets(1, CHIP_PADDING_PX, 1, CHIP_PADDING_PX));
        follow.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        follow.setVisible(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Call timeline: no call");
        setAccessibleHelp("Arrow keys scroll, plus and minus zoom, Home goes to the start, End follows the call");
        setFocusTraversable(true);
        focusVisibleProperty().addListener((property, before, now) -> touch(() -> {}));
        getChildren().addAll(canvas, follow);
        new TimelineGestures(this, view);
    }

    /** Shows {@code timeline} at its live edge; null shows no call. */
    public void show(@Nullable CallTimeline timeline) {
        call = timeline == null ? null : new TimelineModel(timeline);
        setAccessibleText(call == null ? "Call timeline: no call" : call.description());
        touch(() -> {
            view.startAt(0);
            view.extendTo(0);
            view.follow();
            painter.annotationsChanged();
        });
    }

    /** Selects the default colours for a dark or a light background; a style sheet overrides them. */
    public void setDark(boolean dark) {
        colors.setDark(dark);
    }

    /** Updates from the timeline and draws after a change. Called once per frame with the time of a steady clock. */
    public void pulse(long nowNs) {
        if (call != null && call.pull(nowNs)) {
            painter.annotationsChanged();
            setAccessibleText(call.description());
            redraw.request();
        }
        if (call != null) {
            view.startAt(call.startMs());
            followEdge(call.edgeMs());
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

    /** Applies a change of the view; drawn at the next pulse. */
    void touch(Runnable change) {
        change.run();
        follow.setVisible(!view.following());
        redraw.requestNow();
    }

    /** Zooms in by {@code factor}: around the live edge while it is followed and moves, otherwise around {@code aroundPx}. */
    void zoom(double factor, double aroundPx) {
        touch(() -> {
            if (call == null || call.isOver()) {
                view.unfollow();
            }
            view.zoom(factor, aroundPx);
        });
    }

    /** Centres a moment of the call. */
    public void center(double ms) {
        touch(() -> view.center(ms));
    }

    /** Scrolls by {@code px} pixels; positive is later. */
    void scroll(double px) {
        touch(() -> view.scroll(px));
    }

    /** Sets the pointer's place in the picture; null if it has left. */
    void hover(@Nullable Double x) {
        touch(() -> hoverX = x);
    }

    private void draw() {
        redraw.drawn(pulseNs);
        double coveredFromX =
                follow.isVisible() ? follow.getLayoutX() - TimelinePainter.NAMES_PX - CHIP_MARGIN_PX : Double.MAX_VALUE;
        painter.draw(call, hoverX, coveredFromX);
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

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED_WIDTH_PX;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED_HEIGHT_PX;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH_PX;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT_PX;
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
