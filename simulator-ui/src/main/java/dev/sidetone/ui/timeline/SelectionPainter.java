package dev.sidetone.ui.timeline;

import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.selection.SelectionModel.Span;

/** Draws what is selected, the dragged span, the cursor and what is heard now. Owned by the {@link TimelinePainter}, on the FX thread. */
final class SelectionPainter {
    private static final int PLAYHEAD_PX = 2;
    private static final int HANDLE_PX = 5;

    private final TimelineGraphics graphics;
    private final Viewport view;
    private final LaneLayout lanes;

    SelectionPainter(TimelineGraphics graphics, Viewport view, LaneLayout lanes) {
        this.graphics = graphics;
        this.view = view;
        this.lanes = lanes;
    }

    /** Draws the shades, below the waveforms. */
    void paintBelow(SelectionModel selection) {
        Span span = selection.spanProperty().get();
        if (span != null) {
            graphics.fill(graphics.palette().glaze(TimelineColor.TEXT));
            shade(span.fromMs(), span.toMs());
        }
        Selection selected = selection.selectedProperty().get();
        if (selected != null) {
            graphics.fill(graphics.palette().glaze(TimelineColor.CALLER));
            shade(selected.fromMs(), selected.toMs());
        }
    }

    /** Draws the lines, above everything but the labels. */
    void paintAbove(SelectionModel selection) {
        Span span = selection.spanProperty().get();
        if (span != null) {
            graphics.fill(graphics.palette().full(TimelineColor.MUTED));
            line(span.fromMs(), 1);
            line(span.toMs(), 1);
        }
        Selection selected = selection.selectedProperty().get();
        if (selected != null) {
            graphics.fill(graphics.palette().full(TimelineColor.CALLER));
            line(selected.fromMs(), PLAYHEAD_PX);
        }
        cursor(selection.cursorMsProperty().get());
        playhead(selection.playheadMsProperty().get());
    }

    private void shade(double fromMs, double toMs) {
        double from = Math.max(0, view.xOf(fromMs));
        double to = Math.min(view.widthPx(), view.xOf(toMs));
        if (to > from) {
            graphics.box(from, lanes.callerY(), to - from, lanes.axisY() - lanes.callerY());
        }
    }

    private boolean isSeen(double ms) {
        double x = view.xOf(ms);
        return !Double.isNaN(ms) && x >= 0 && x <= view.widthPx();
    }

    private void line(double ms, int thick) {
        if (isSeen(ms)) {
            graphics.box(view.xOf(ms), lanes.callerY(), thick, lanes.axisY() - lanes.callerY());
        }
    }

    private void cursor(double ms) {
        if (isSeen(ms)) {
            double x = view.xOf(ms);
            graphics.fill(graphics.palette().full(TimelineColor.TEXT));
            graphics.dashedDown(x, lanes.callerY(), lanes.axisY());
            double y = lanes.axisY();
            graphics.triangle(x + 0.5, y, x - HANDLE_PX, y + HANDLE_PX, x + HANDLE_PX + 1, y + HANDLE_PX);
        }
    }

    private void playhead(double ms) {
        if (isSeen(ms)) {
            double x = view.xOf(ms);
            double y = lanes.callerY();
            graphics.fill(graphics.palette().full(TimelineColor.TEXT));
            graphics.box(x, y, PLAYHEAD_PX, lanes.axisY() - y);
            graphics.triangle(x + 1, y + HANDLE_PX, x - HANDLE_PX, y - 1, x + HANDLE_PX + 2, y - 1);
        }
    }
}
