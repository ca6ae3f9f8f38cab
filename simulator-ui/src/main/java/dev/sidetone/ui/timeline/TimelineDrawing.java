package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a call, layer over layer. Owned by the pane, on the FX thread. */
final class TimelineDrawing {
    /** The width of the lanes' names, left of the picture. */
    static final int NAMES_PX = 62;
    /** What is left free at the right. */
    static final int RIGHT_PX = 10;

    private static final int NAME_X = 12;
    private static final String NOTHING = "Nothing said yet";

    private final Canvas canvas;
    private final TimelineView view;
    private final Pen pen;
    private final Texts texts = new Texts();
    private final LanePainter said = new LanePainter(Lane.SAID, Ink.CALLER);
    private final LanePainter heard = new LanePainter(Lane.HEARD, Ink.AGENT);
    private final AxisPainter axis = new AxisPainter(texts);
    private final LabelPainter labels = new LabelPainter(texts);
    private final HoverPainter hover = new HoverPainter(texts);
    private Rows rows = Rows.of(0);
    private TurnPainter turns;
    private BargeInPainter bargeIns;
    private PointPainter points;

    TimelineDrawing(Canvas canvas, TimelineView view, Palette palette) {
        this.canvas = canvas;
        this.view = view;
        this.pen = new Pen(canvas.getGraphicsContext2D(), palette, NAMES_PX);
        this.turns = new TurnPainter(pen, view, rows);
        this.bargeIns = new BargeInPainter(pen, view, rows);
        this.points = new PointPainter(pen, view, rows);
    }

    void use(Palette palette) {
        pen.use(palette);
    }

    void resize(double height) {
        rows = Rows.of(height);
        turns = new TurnPainter(pen, view, rows);
        bargeIns = new BargeInPainter(pen, view, rows);
        points = new PointPainter(pen, view, rows);
        labels.placeAnew();
    }

    /** There are other signs than those that were drawn last. */
    void signsChanged() {
        labels.placeAnew();
    }

    /**
     * Draws.
     *
     * @param hoverX where the pointer is in the picture, if it is there
     * @param freeFromX where something begins to cover the top right
     */
    void draw(@Nullable ShownCall call, @Nullable Double hoverX, double freeFromX) {
        pen.fill(pen.palette().full(Ink.BACKGROUND));
        pen.box(-NAMES_PX, 0, canvas.getWidth(), canvas.getHeight());
        pen.fill(pen.palette().full(Ink.LANE));
        pen.box(0, rows.callerY(), view.widthPx(), rows.laneHeight());
        pen.box(0, rows.agentY(), view.widthPx(), rows.laneHeight());
        CallSigns signs = call == null ? null : call.signs();
        if (call == null || signs == null) {
            drawNothing();
            return;
        }
        drawCall(call, signs);
        names();
        axis.paintWords(pen, view, rows, !call.isOver());
        labels.paint(pen, view, rows, signs, freeFromX);
        if (hoverX != null) {
            hover.paint(pen, view, rows, signs, hoverX);
        }
    }

    private void drawNothing() {
        names();
        pen.fill(pen.palette().full(Ink.MUTED));
        pen.text(NOTHING, (view.widthPx() - texts.width(NOTHING)) / 2, rows.betweenY(), texts.plain());
    }

    private void drawCall(ShownCall call, CallSigns signs) {
        axis.paintGrid(pen, view, rows);
        bargeIns.paintDiscarded(signs);
        LevelPyramid pyramid = call.timeline().pyramid();
        double saidFromMs = call.saidFromMs();
        said.paint(pen, view, pyramid, saidFromMs, rows.callerY(), rows.laneHeight());
        heard.paint(pen, view, pyramid, saidFromMs + LineFrame.MS, rows.agentY(), rows.laneHeight());
        turns.paint(signs, call.isOver());
        bargeIns.paint(signs);
        points.paint(signs);
    }

    /** Over everything that reached too far to the left and to the right. */
    private void names() {
        pen.fill(pen.palette().full(Ink.BACKGROUND));
        pen.box(-NAMES_PX, 0, NAMES_PX, canvas.getHeight());
        pen.box(view.widthPx(), 0, RIGHT_PX + 1, canvas.getHeight());
        pen.fill(pen.palette().full(Ink.CALLER));
        pen.text("Caller", NAME_X - NAMES_PX, rows.callerY() + rows.laneHeight() / 2.0, texts.strong());
        pen.fill(pen.palette().full(Ink.AGENT));
        pen.text("Agent", NAME_X - NAMES_PX, rows.agentY() + rows.laneHeight() / 2.0, texts.strong());
    }

    /** Shows that keys go to the picture. */
    void drawFocus() {
        pen.frame(
                -NAMES_PX,
                0,
                canvas.getWidth(),
                canvas.getHeight(),
                pen.palette().half(Ink.CALLER));
    }
}
