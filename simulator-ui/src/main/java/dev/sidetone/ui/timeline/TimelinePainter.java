package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a call, layer by layer. Owned by the {@link TimelinePane}, on the FX thread. */
final class TimelinePainter {
    /** The width of the lanes' names, left of the picture. */
    static final int NAMES_PX = 62;
    /** The width of the free margin at the right. */
    static final int RIGHT_PX = 10;

    private static final int NAME_X = 12;
    private static final String NOTHING = "Nothing said yet";

    private final Canvas canvas;
    private final Viewport view;
    private final TimelineGraphics graphics;
    private final TimelineFonts fonts = new TimelineFonts();
    private final WaveformPainter said = new WaveformPainter(Lane.SAID, TimelineColor.CALLER);
    private final WaveformPainter heard = new WaveformPainter(Lane.HEARD, TimelineColor.AGENT);
    private final AxisPainter axis = new AxisPainter(fonts);
    private final LabelPainter labels = new LabelPainter(fonts);
    private final HoverCard hoverCard = new HoverCard(fonts);
    private LaneLayout lanes = LaneLayout.of(0);
    private AnnotationPainter annotationPainter;

    TimelinePainter(Canvas canvas, Viewport view, Palette palette) {
        this.canvas = canvas;
        this.view = view;
        this.graphics = new TimelineGraphics(canvas.getGraphicsContext2D(), palette, NAMES_PX);
        this.annotationPainter = new AnnotationPainter(graphics, view, lanes);
    }

    void use(Palette palette) {
        graphics.use(palette);
    }

    void resize(double height) {
        lanes = LaneLayout.of(height);
        annotationPainter = new AnnotationPainter(graphics, view, lanes);
        labels.invalidate();
    }

    /** Called when the annotations differ from those drawn last. */
    void annotationsChanged() {
        labels.invalidate();
    }

    /**
     * Draws the call.
     *
     * @param hoverX the pointer's place in the picture, or null
     * @param coveredFromX where a control begins to cover the top right
     */
    void draw(@Nullable TimelineModel call, @Nullable Double hoverX, double coveredFromX) {
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
        axis.paintTimes(graphics, view, lanes, !call.isOver());
        labels.paint(graphics, view, lanes, annotations, coveredFromX);
        if (hoverX != null) {
            hoverCard.paint(graphics, view, lanes, annotations, hoverX);
        }
    }

    private void drawNothing() {
        names();
        graphics.fill(graphics.palette().full(TimelineColor.MUTED));
        graphics.text(NOTHING, (view.widthPx() - fonts.width(NOTHING)) / 2, lanes.betweenY(), fonts.plain());
    }

    private void drawCall(TimelineModel call, CallAnnotations annotations) {
        axis.paintGrid(graphics, view, lanes);
        annotationPainter.paintBelow(annotations);
        LevelPyramid pyramid = call.timeline().sketch().pyramid();
        double saidFromMs = call.saidFromMs();
        said.paint(graphics, view, pyramid, saidFromMs, lanes.callerY(), lanes.laneHeight());
        heard.paint(graphics, view, pyramid, saidFromMs + LineFrame.MS, lanes.agentY(), lanes.laneHeight());
        annotationPainter.paintAbove(annotations, call.isOver());
    }

    /** Draws the lanes' names and clears both margins of what was drawn beyond the picture. */
    private void names() {
        graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
        graphics.box(-NAMES_PX, 0, NAMES_PX, canvas.getHeight());
        graphics.box(view.widthPx(), 0, RIGHT_PX + 1, canvas.getHeight());
        graphics.fill(graphics.palette().full(TimelineColor.CALLER));
        graphics.text("Caller", NAME_X - NAMES_PX, lanes.callerY() + lanes.laneHeight() / 2.0, fonts.strong());
        graphics.fill(graphics.palette().full(TimelineColor.AGENT));
        graphics.text("Agent", NAME_X - NAMES_PX, lanes.agentY() + lanes.laneHeight() / 2.0, fonts.strong());
    }

    /** Draws the frame of the keyboard focus. */
    void drawFocus() {
        graphics.frame(
                -NAMES_PX,
                0,
                canvas.getWidth(),
                canvas.getHeight(),
                graphics.palette().half(TimelineColor.CALLER));
    }
}
