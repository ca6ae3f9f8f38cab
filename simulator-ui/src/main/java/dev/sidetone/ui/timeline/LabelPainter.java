package dev.sidetone.ui.timeline;

import java.util.List;

/**
 * Draws the labels that a view sees whole. Their places are found anew only when signs or scale change, or the view leaves the stretch
 * that they were found for. Owned by the drawing, on the FX thread.
 */
final class LabelPainter {
    private final Texts texts;
    private final MarkerLayout layout;
    private List<PlacedLabel> placed = List.of();
    private boolean stale = true;
    private double fromMs;
    private double untilMs;
    private double msPerPx;

    LabelPainter(Texts texts) {
        this.texts = texts;
        this.layout = new MarkerLayout(texts::width);
    }

    /** The labels are placed no more where they belong: the signs are others, or the rows. */
    void placeAnew() {
        stale = true;
    }

    /** {@code freeFromX} is where something else begins to cover the top row. */
    void paint(Pen pen, TimelineView view, Rows rows, CallSigns signs, double freeFromX) {
        placeIfStale(view, rows, signs);
        for (PlacedLabel label : placed) {
            double x = label.column() - view.leftColumn();
            boolean covered = label.label().strip() == Label.Strip.ABOVE && x + label.widthPx() > freeFromX;
            if (x >= 0 && x + label.widthPx() <= view.widthPx() && !covered) {
                paint(pen, rows, label, x);
            }
        }
    }

    private void placeIfStale(TimelineView view, Rows rows, CallSigns signs) {
        boolean inside = fromMs <= view.leftMs() && view.rightMs() <= untilMs;
        if (!stale && inside && msPerPx == view.msPerPx()) {
            return;
        }
        double screenMs = view.rightMs() - view.leftMs();
        stale = false;
        msPerPx = view.msPerPx();
        fromMs = view.leftMs() - screenMs;
        untilMs = view.rightMs() + screenMs;
        List<Label> labels = SignLabels.of(signs, fromMs, untilMs, msPerPx);
        placed = layout.place(labels, msPerPx, rows.labelRows(), view.lastColumn());
    }

    private void paint(Pen pen, Rows rows, PlacedLabel label, double x) {
        double y = rows.labelY(label.label().strip(), label.row());
        Ink ink = label.label().ink();
        pen.fill(pen.palette().wash(ink));
        pen.roundBox(x, y, label.widthPx(), Rows.LABEL_PX - 2);
        pen.fill(pen.palette().full(ink));
        pen.text(label.text(), x + MarkerLayout.PADDING_PX, y + Rows.LABEL_PX / 2.0 - 1, texts.plain());
    }
}
