package dev.sidetone.ui.timeline;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.CallOutline;
import dev.sidetone.simulator.timeline.DepthPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid;
import dev.sidetone.simulator.timeline.LevelPyramid.Lane;
import dev.sidetone.ui.selection.SelectionModel;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/** Draws the picture of a call, layer by layer. Owned by the {@link TimelinePane}, on the FX thread. */
final class TimelinePainter {
    /** The width of the lanes' names, left of the picture. */
    static final int NAMES_PX = 70;
    /** The width of the free margin at the right. */
    static final int RIGHT_PX = 10;

    private static final int NAME_X = 8;
    private static final int NAME_LINE_PX = 16;
    private static final String NOTHING = "Nothing said yet";

    private final Canvas canvas;
    private final Viewport view;
    private final TimelineGraphics graphics;
    private final TimelineFonts fonts = new TimelineFonts();
    private final WaveformPainter said = new WaveformPainter(Lane.SAID, TimelineColor.CALLER);
    private final WaveformPainter heard = new WaveformPainter(Lane.HEARD, TimelineColor.AGENT);
    private final AxisPainter axis = new AxisPainter(fonts);
    private final LabelPainter labels = new LabelPainter(fonts);
    private final WordsPainter words = new WordsPainter(fonts);
    private final HoverCard hoverCard = new HoverCard(fonts);
    private LaneLayout lanes = LaneLayout.of(0);
    private boolean callerWords;
    private boolean agentWords;
    private AnnotationPainter annotationPainter;
    private SelectionPainter selectionPainter;
    private QueuePainter queue;
    private OverviewPainter overview;

    TimelinePainter(Canvas canvas, Viewport view, Palette palette) {
        this.canvas = canvas;
        this.view = view;
        this.graphics = new TimelineGraphics(canvas.getGraphicsContext2D(), palette, NAMES_PX);
        this.annotationPainter = new AnnotationPainter(graphics, view, lanes);
        this.selectionPainter = new SelectionPainter(graphics, view, lanes);
        this.queue = new QueuePainter(graphics, view, lanes);
        this.overview = new OverviewPainter(graphics, lanes);
    }

    void use(Palette palette) {
        graphics.use(palette);
    }

    void resize(double height) {
        lanes = LaneLayout.of(height, callerWords, agentWords);
        annotationPainter = new AnnotationPainter(graphics, view, lanes);
        selectionPainter = new SelectionPainter(graphics, view, lanes);
        queue = new QueuePainter(graphics, view, lanes);
        overview = new OverviewPainter(graphics, lanes);
        labels.invalidate();
    }

    /** Called when the annotations differ from those drawn last: rows for words come with the first of them. */
    void annotationsChanged(@Nullable CallAnnotations annotations) {
        labels.invalidate();
        words.invalidate();
        boolean caller = annotations != null && annotations.hasWords(true);
        boolean agent = annotations != null && annotations.hasWords(false);
        if (caller != callerWords || agent != agentWords) {
            callerWords = caller;
            agentWords = agent;
            resize(canvas.getHeight());
        }
    }

    LaneLayout lanes() {
        return lanes;
    }

    /** The scale of the overview of {@code call}. */
    OverviewScale overview(@Nullable TimelineModel call) {
        boolean isOver = call != null && call.isOver();
        return OverviewScale.of(view.startMs(), view.edgeMs(), isOver, view.widthPx());
    }

    /**
     * Draws the call.
     *
     * @param hoverX the pointer's place in the picture, or null
     * @param coveredFromX where a control begins to cover the top right
     */
    void draw(@Nullable TimelineModel call, SelectionModel selection, @Nullable Double hoverX, double coveredFromX) {
        graphics.fill(graphics.palette().full(TimelineColor.BACKGROUND));
        graphics.box(-NAMES_PX, 0, canvas.getWidth(), canvas.getHeight());
        graphics.fill(graphics.palette().full(TimelineColor.LANE));
        graphics.box(0, lanes.callerY(), view.widthPx(), lanes.laneHeight());
        graphics.box(0, lanes.agentY(), view.widthPx(), lanes.laneHeight());
        graphics.box(0, lanes.queueY(), view.widthPx(), lanes.queueHeight());
        CallAnnotations annotations = call == null ? null : call.annotations();
        if (call == null || annotations == null) {
            drawNothing();
            return;
        }
        selectionPainter.paintBelow(selection);
        drawCall(call, annotations);
        words.paint(graphics, view, lanes, annotations);
        selectionPainter.paintAbove(selection);
        names();
        scale(annotations);
        axis.paintTimes(graphics, view, lanes, !call.isOver());
        overview.paint(overview(call), view, call.timeline().sketch().pyramid(), call.saidFromMs());
        labels.paint(graphics, view, lanes, annotations, coveredFromX);
        if (hoverX != null) {
            hoverCard.paint(graphics, view, lanes, annotations, ms -> queuedMs(call, ms), hoverX);
        }
    }

    private static double queuedMs(TimelineModel call, double ms) {
        CallOutline outline = call.timeline().sketch();
        return QueuePainter.depthMs(outline.depths(), outline.pyramid(), call.saidFromMs() + LineFrame.MS, ms);
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
        DepthPyramid depths = call.timeline().sketch().depths();
        queue.paint(depths, pyramid, saidFromMs + LineFrame.MS, annotations);
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
        if (lanes.queueHeight() > 0) {
            graphics.fill(graphics.palette().full(TimelineColor.QUEUE));
            graphics.text("Queued", NAME_X - NAMES_PX, queueNameY(), fonts.strong());
        }
    }

    /** Beside its scale, where there is room for both. */
    private double queueNameY() {
        double middleY = lanes.queueY() + lanes.queueHeight() / 2.0;
        return lanes.queueHeight() < 2 * NAME_LINE_PX ? middleY : middleY - NAME_LINE_PX / 2.0;
    }

    /** The depth that is as high as the queue's lane. */
    private void scale(CallAnnotations annotations) {
        if (lanes.queueHeight() >= 2 * NAME_LINE_PX) {
            graphics.fill(graphics.palette().full(TimelineColor.MUTED));
            String text = "≤ " + QueuePainter.scale(annotations);
            graphics.text(text, NAME_X - NAMES_PX, queueNameY() + NAME_LINE_PX, fonts.plain());
        }
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
