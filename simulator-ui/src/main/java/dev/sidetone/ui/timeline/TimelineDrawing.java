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
    private final Texts texts = new Texts();
    private final LanePainter said = new LanePainter(Lane.SAID, Ink.CALLER);
    private final LanePainter heard = new LanePainter(Lane.HEARD, Ink.AGENT);
    private final AxisPainter axis = new AxisPainter(texts);
    private final LabelPainter labels = new LabelPainter(texts);
    private final HoverPainter hover = new HoverPainter(texts);
    private Rows rows = Rows.of(0);

    /** What of the moment, beside the call itself, shows in the picture. */
    record Moment(TimelineView view, Palette palette, @Nullable Double hoverX, double freeFromX) {}

    TimelineDrawing(Canvas canvas) {
        this.canvas = canvas;
    }

    void resize(double height) {
        rows = Rows.of(height);
    }

    void signsChanged() {
        labels.signsChanged();
    }

    void draw(@Nullable ShownCall call, Moment moment) {
        Pen pen = new Pen(canvas.getGraphicsContext2D(), moment.palette(), NAMES_PX);
        TimelineView view = moment.view();
        pen.fill(pen.palette().full(Ink.BACKGROUND));
        pen.box(-NAMES_PX, 0, canvas.getWidth(), canvas.getHeight());
        pen.fill(pen.palette().full(Ink.LANE));
        pen.box(0, rows.callerY(), view.widthPx(), rows.laneHeight());
        pen.box(0, rows.agentY(), view.widthPx(), rows.laneHeight());
        CallSigns signs = call == null ? null : call.signs();
        if (call == null || signs == null) {
            names(pen);
            pen.fill(pen.palette().full(Ink.MUTED));
            pen.text(NOTHING, (view.widthPx() - texts.width(NOTHING)) / 2, rows.betweenY(), texts.plain());
            return;
        }
        picture(pen, view, call, signs, moment);
    }

    private void picture(Pen pen, TimelineView view, ShownCall call, CallSigns signs, Moment moment) {
        BargeInPainter bargeIns = new BargeInPainter(pen, view, rows);
        axis.paintGrid(pen, view, rows);
        bargeIns.paintDiscarded(signs);
        voices(pen, view, call);
        new TurnPainter(pen, view, rows).paint(signs, call.isOver());
        bargeIns.paint(signs);
        new PointPainter(pen, view, rows).paint(signs);
        axis.paintWords(pen, view, rows, !call.isOver());
        labels.paint(pen, view, rows, signs, moment.freeFromX());
        names(pen);
        Double hoverX = moment.hoverX();
        if (hoverX != null) {
            hover.paint(pen, view, rows, signs, hoverX);
        }
    }

    private void voices(Pen pen, TimelineView view, ShownCall call) {
        LevelPyramid pyramid = call.timeline().pyramid();
        double saidFromMs = call.saidFromMs();
        said.paint(pen, view, pyramid, saidFromMs, rows.callerY(), rows.laneHeight());
        heard.paint(pen, view, pyramid, saidFromMs + LineFrame.MS, rows.agentY(), rows.laneHeight());
    }

    /** Over everything that reached too far to the left and to the right. */
    private void names(Pen pen) {
        double width = canvas.getWidth() - NAMES_PX;
        pen.fill(pen.palette().full(Ink.BACKGROUND));
        pen.box(-NAMES_PX, 0, NAMES_PX, canvas.getHeight());
        pen.box(width - RIGHT_PX, 0, RIGHT_PX, canvas.getHeight());
        pen.fill(pen.palette().full(Ink.CALLER));
        pen.text("Caller", NAME_X - NAMES_PX, rows.callerY() + rows.laneHeight() / 2.0, texts.strong());
        pen.fill(pen.palette().full(Ink.AGENT));
        pen.text("Agent", NAME_X - NAMES_PX, rows.agentY() + rows.laneHeight() / 2.0, texts.strong());
    }
}
