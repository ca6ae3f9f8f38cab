package dev.sidetone.ui.timeline;

import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.ui.timeline.TimelineLabel.Placed;
import java.util.List;

/**
 * Draws the labels that are completely visible. It places them again only when the annotations or the scale change or the view leaves the
 * stretch for which they were placed. Owned by the {@link TimelinePainter}, on the FX thread.
 */
final class LabelPainter {
    private final TimelineFonts fonts;
    private final LabelLayout layout;
    private List<Placed> placed = List.of();
    private boolean stale = true;
    private double fromMs;
    private double untilMs;
    private double msPerPx;

    LabelPainter(TimelineFonts fonts) {
        this.fonts = fonts;
        this.layout = new LabelLayout(fonts::width);
    }

    /** Places the labels again at the next picture, because the annotations or the lanes changed. */
    void invalidate() {
        stale = true;
    }

    /** {@code coveredFromX} is where a control begins to cover the top row. */
    void paint(
            TimelineGraphics graphics,
            Viewport view,
            LaneLayout lanes,
            CallAnnotations annotations,
            double coveredFromX) {
        placeIfStale(view, lanes, annotations);
        for (Placed label : placed) {
            double x = label.column() - view.leftColumn();
            boolean covered = label.label().strip() == TimelineLabel.Strip.ABOVE && x + label.widthPx() > coveredFromX;
            if (x >= 0 && x + label.widthPx() <= view.widthPx() && !covered) {
                paint(graphics, lanes, label, x);
            }
        }
    }

    private void placeIfStale(Viewport view, LaneLayout lanes, CallAnnotations annotations) {
        boolean inside = fromMs <= view.leftMs() && view.rightMs() <= untilMs;
        if (!stale && inside && msPerPx == view.msPerPx()) {
            return;
        }
        double screenMs = view.rightMs() - view.leftMs();
        stale = false;
        msPerPx = view.msPerPx();
        fromMs = view.leftMs() - screenMs;
        untilMs = view.rightMs() + screenMs;
        List<TimelineLabel> labels = AnnotationLabels.of(annotations, fromMs, untilMs, msPerPx);
        List<Double> crossing = annotations.result().bargeIns().stream()
                .map(CallResult.BargeIn::onsetAtMs)
                .filter(ms -> ms >= fromMs && ms <= untilMs)
                .toList();
        placed = layout.place(labels, crossing, msPerPx, lanes.labelRows(), view.firstColumn(), view.lastColumn());
    }

    private void paint(TimelineGraphics graphics, LaneLayout lanes, Placed label, double x) {
        double y = lanes.labelY(label.label().strip(), label.row());
        TimelineColor color = label.label().color();
        graphics.fill(graphics.palette().wash(color));
        graphics.roundBox(x, y, label.widthPx(), LaneLayout.LABEL_PX - 2);
        graphics.fill(graphics.palette().ink(color));
        graphics.text(label.text(), x + LabelLayout.PADDING_PX, y + LaneLayout.LABEL_PX / 2.0 - 1, fonts.plain());
    }
}
