package dev.sidetone.ui.timeline;

import java.util.List;

/**
 * Draws the labels that a view sees whole. Their places are found anew only when annotations or scale change, or the view leaves the stretch
 * that they were found for. Owned by the drawing, on the FX thread.
 */
final class LabelPainter {
    private final TimelineFonts texts;
    private final LabelLayout layout;
    private List<PlacedLabel> placed = List.of();
    private boolean stale = true;
    private double fromMs;
    private double untilMs;
    private double msPerPx;

    LabelPainter(TimelineFonts texts) {
        this.texts = texts;
        this.layout = new LabelLayout(texts::width);
    }

    /** The labels are placed no more where they belong: the annotations are others, or the rows. */
    void placeAnew() {
        stale = true;
    }

    /** {@code freeFromX} is where something else begins to cover the top row. */
    void paint(
            TimelineGraphics graphics, Viewport view, LaneLayout lanes, CallAnnotations annotations, double freeFromX) {
        placeIfStale(view, lanes, annotations);
        for (PlacedLabel label : placed) {
            double x = label.column() - view.leftColumn();
            boolean covered = label.label().strip() == TimelineLabel.Strip.ABOVE && x + label.widthPx() > freeFromX;
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
        placed = layout.place(labels, msPerPx, lanes.labelRows(), view.lastColumn());
    }

    private void paint(TimelineGraphics graphics, LaneLayout lanes, PlacedLabel label, double x) {
        double y = lanes.labelY(label.label().strip(), label.row());
        TimelineColor ink = label.label().ink();
        graphics.fill(graphics.palette().wash(ink));
        graphics.roundBox(x, y, label.widthPx(), LaneLayout.LABEL_PX - 2);
        graphics.fill(graphics.palette().full(ink));
        graphics.text(label.text(), x + LabelLayout.PADDING_PX, y + LaneLayout.LABEL_PX / 2.0 - 1, texts.plain());
    }
}
