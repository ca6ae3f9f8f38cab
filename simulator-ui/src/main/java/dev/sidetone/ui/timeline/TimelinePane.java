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
 * A call as a picture: what the caller said and heard, and what happened between them. It follows the call until it is dragged, wheeled
 * or keyed back in time. On the FX thread only; it pulls from the timeline at each pulse and draws when something changed.
 */
public final class TimelinePane extends Region {
    /** For the scene: takes the picture's colours from the looked-up colours of an AtlantaFX theme. */
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

    /** Shows {@code timeline} from now on, from its live edge; null shows no call. */
    public void show(@Nullable CallTimeline timeline) {
        call = timeline == null ? null : new TimelineModel(timeline);
        setAccessibleText(call == null ? "Call timeline: no call" : call.inWords());
        touch(() -> {
            view.reach(0);
            view.follow();
            painter.annotationsChanged();
        });
    }

    /** Without a style sheet that says otherwise: light colours on dark, or dark colours on light. */
    public void setDark(boolean dark) {
        colors.setDark(dark);
    }

    /** Takes in what is new and draws it. Once per frame, with the time of any clock that runs evenly. */
    public void pulse(long nowNs) {
        if (call != null && call.pull(nowNs)) {
            painter.annotationsChanged();
            setAccessibleText(call.inWords());
            redraw.stale();
        }
        if (call != null) {
            reach(call.edgeMs());
        }
        pulseNs = nowNs;
        if (redraw.isDue(nowNs) && isSeen()) {
            draw();
        }
    }

    private void reach(double edgeMs) {
        view.reach(edgeMs);
        long column = view.columnOf(edgeMs);
        boolean seen = view.following() || view.xOf(edgeMs) <= view.widthPx();
        if (seen && column != edgeColumn) {
            redraw.stale();
        }
        edgeColumn = column;
    }

    /** Changes what is seen; drawn with the next pulse. */
    void touch(Runnable change) {
        change.run();
        follow.setVisible(!view.following());
        redraw.hurry();
    }

    /** Looks closer by {@code factor}: around the live edge while that is followed and moves, else around {@code aroundPx}. */
    void zoom(double factor, double aroundPx) {
        touch(() -> {
            if (call == null || call.isOver()) {
                view.letGo();
            }
            view.zoom(factor, aroundPx);
        });
    }

    /** Brings a moment of the call into the middle. */
    public void lookAt(double ms) {
        touch(() -> view.lookAt(ms));
    }

    /** Looks at what came later by so many pixels, or earlier. */
    void scroll(double px) {
        touch(() -> view.scroll(px));
    }

    /** The pointer is at {@code x} of the picture, or has left it. */
    void hover(@Nullable Double x) {
        touch(() -> hoverX = x);
    }

    private void draw() {
        redraw.done(pulseNs);
        double freeFromX =
                follow.isVisible() ? follow.getLayoutX() - TimelinePainter.NAMES_PX - CHIP_MARGIN_PX : Double.MAX_VALUE;
        painter.draw(call, hoverX, freeFromX);
        if (isFocusVisible()) {
            painter.drawFocus();
        }
    }

    /** A canvas that is drawn on and never rendered keeps all that was drawn. */
    private boolean isSeen() {
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

    /** The picture's style properties, {@code -timeline-…}. */
    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return StyledColors.METADATA;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return getClassCssMetaData();
    }

    /** How many pictures were drawn so far. */
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
