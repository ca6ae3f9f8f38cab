package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a call, layer over layer. Owned by the pane, on the FX thread. */
final class TimelinePainter {
    /** The width of the lanes' names, left of the picture. */
    static final int NAMES_PX = 62;
    /** What is left free at the right. */
    static final int RIGHT_PX = 10;

    private static final int NAME_X = 12;
    private static final String NOTHING = "Nothing said yet";

    private final Canvas canvas;
    private final Viewport view;
    private final TimelineGraphics graphics;
    private final TimelineFonts texts = new TimelineFonts();
    private final WaveformPainter said = new WaveformPainter(Lane.SAID, TimelineColor.CALLER);
    private final WaveformPainter heard = new WaveformPainter(Lane.HEARD, TimelineColor.AGENT);
    private final AxisPainter axis = new AxisPainter(texts);
    private final LabelPainter labels = new LabelPainter(texts);
    private final HoverPainter hover = new HoverPainter(texts);
    private LaneLayout lanes = LaneLayout.of(0);
    private TurnPainter turns;
    private BargeInPainter bargeIns;
    private PointPainter points;

    TimelinePainter(Canvas canvas, Viewport view, Palette palette) {
        this.canvas = canvas;
        this.view = view;
        this.graphics = new TimelineGraphics(canvas.getGraphicsContext2D(), palette, NAMES_PX);
        this.turns = new TurnPainter(graphics, view, lanes);
        this.bargeIns = new BargeInPainter(graphics, view, lanes);
        this.points = new PointPainter(graphics, view, lanes);
    }

    void use(Palette palette) {
        graphics.use(palette);
    }

    void resize(double height) {
        lanes = LaneLayout.of(height);
        turns = new TurnPainter(graphics, view, lanes);
        bargeIns = new BargeInPainter(graphics, view, lanes);
        points = new PointPainter(graphics, view, lanes);
        labels.placeAnew();
    }

    /** There are other annotations than those that were drawn last. */
    void annotationsChanged() {
        labels.placeAnew();
    }

    /**
     * Draws.
     *
     * @param hoverX where the pointer is in the picture, if it is there
     * @param freeFromX where something begins to cover the top right
     */
    void draw(@Nullable TimelineModel call, @Nullable Double hoverX, double freeFromX) {
        graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
        graphics.box(-NAMES_PX, 0, canvas.getWidth(), canvas.getHeight());
        graphics.fill(graphics.palette().full(TimelineColor.LANE));
        graphics.box(0, lanes.callerY(), view.widthPx(), lanes.laneHeight());
        graphics.box(0, lanes.agentY(), view.widthPx(), lanes.laneHeight());
        CallAnnotations annotations = call == null ? null : call.annotations();
        if (call == null || annotations == null) {
            drawNothing();
            return;
        }
        drawCall(call, annotations);
        names();
        axis.paintWords(graphics, view, lanes, !call.isOver());
        labels.paint(graphics, view, lanes, annotations, freeFromX);
        if (hoverX != null) {
            hover.paint(graphics, view, lanes, annotations, hoverX);
        }
    }

    private void drawNothing() {
        names();
        graphics.fill(graphics.palette().full(TimelineColor.MUTED));
        graphics.text(NOTHING, (view.widthPx() - texts.width(NOTHING)) / 2, lanes.betweenY(), texts.plain());
    }

    private void drawCall(TimelineModel call, CallAnnotations annotations) {
        axis.paintGrid(graphics, view, lanes);
        bargeIns.paintDiscarded(annotations);
        LevelPyramid pyramid = call.timeline().sketch().pyramid();
        double saidFromMs = call.saidFromMs();
        said.paint(graphics, view, pyramid, saidFromMs, lanes.callerY(), lanes.laneHeight());
        heard.paint(graphics, view, pyramid, saidFromMs + LineFrame.MS, lanes.agentY(), lanes.laneHeight());
        turns.paint(annotations, call.isOver());
        bargeIns.paint(annotations);
        points.paint(annotations);
    }

    /** Over everything that reached too far to the left and to the right. */
    private void names() {
        graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
        graphics.box(-NAMES_PX, 0, NAMES_PX, canvas.getHeight());
        graphics.box(view.widthPx(), 0, RIGHT_PX + 1, canvas.getHeight());
        graphics.fill(graphics.palette().full(TimelineColor.CALLER));
        graphics.text("Caller", NAME_X - NAMES_PX, lanes.callerY() + lanes.laneHeight() / 2.0, texts.strong());
        graphics.fill(graphics.palette().full(TimelineColor.AGENT));
        graphics.text("Agent", NAME_X - NAMES_PX, lanes.agentY() + lanes.laneHeight() / 2.0, texts.strong());
    }

    /** Shows that keys go to the picture. */
    void drawFocus() {
        graphics.frame(
                -NAMES_PX,
                0,
                canvas.getWidth(),
                canvas.getHeight(),
                graphics.palette().half(TimelineColor.CALLER));
    }
}
