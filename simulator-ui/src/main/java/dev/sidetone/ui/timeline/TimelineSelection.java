package dev.sidetone.ui.timeline;

import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.selection.SelectionModel.Span;

/** Selects in the picture of a call and draws it again when something is selected elsewhere. Owned by the {@link TimelinePane}, on the FX thread. */
final class TimelineSelection {
    private static final double REACH_PX = 5;
    /** Where the playhead goes on after it ran out of the picture, as a share of the width. */
    private static final double PAGE_AT = 0.05;

    private final TimelinePane pane;
    private final Viewport view;
    private final SelectionModel model;

    TimelineSelection(TimelinePane pane, Viewport view, SelectionModel model) {
        this.pane = pane;
        this.view = view;
        this.model = model;
        model.selectedProperty().addListener((property, before, now) -> pane.selectionChanged());
        model.spanProperty().addListener((property, before, now) -> pane.selectionChanged());
        model.cursorMsProperty().addListener((property, before, now) -> pane.selectionChanged());
        model.playheadMsProperty()
                .addListener((property, before, now) -> played(before.doubleValue(), now.doubleValue()));
    }

    SelectionModel model() {
        return model;
    }

    /** Puts the cursor at a place of the picture and selects what is under it. */
    void click(double x, boolean agentLane) {
        CallAnnotations annotations = pane.annotations();
        if (annotations == null) {
            return;
        }
        double ms = within(view.msAt(x));
        model.spanProperty().set(null);
        model.cursorMsProperty().set(ms);
        model.select(TimelineParts.at(annotations, ms, REACH_PX * view.msPerPx(), agentLane));
    }

    /** Selects the span between two places of the picture. */
    void drag(double fromX, double toX) {
        double fromMs = within(view.msAt(Math.min(fromX, toX)));
        double toMs = within(view.msAt(Math.max(fromX, toX)));
        if (pane.annotations() != null && toMs > fromMs) {
            model.spanProperty().set(new Span(fromMs, toMs));
            model.cursorMsProperty().set(fromMs);
        }
    }

    /** Selects nothing any more; returns whether there was something. */
    boolean clear() {
        boolean any = model.selectedProperty().get() != null
                || model.spanProperty().get() != null
                || !Double.isNaN(model.cursorMsProperty().get());
        model.spanProperty().set(null);
        model.select(null);
        model.cursorMsProperty().set(SelectionModel.NOWHERE);
        return any;
    }

    /** Selects the part that begins next after the cursor, or before it, and shows it. */
    void next(boolean later) {
        CallAnnotations annotations = pane.annotations();
        double cursorMs = model.cursorMsProperty().get();
        double fromMs = Double.isNaN(cursorMs) ? (later ? view.leftMs() : view.rightMs()) : cursorMs;
        Selection part = annotations == null ? null : TimelineParts.next(annotations, fromMs, later);
        if (part != null) {
            model.spanProperty().set(null);
            model.cursorMsProperty().set(part.fromMs());
            model.select(part);
            if (part.fromMs() < view.leftMs() || part.toMs() > view.rightMs()) {
                pane.center(part.fromMs());
            }
        }
    }

    /** A playhead that runs out of the picture takes the picture with it; one that was not in it does not. */
    private void played(double beforeMs, double nowMs) {
        boolean wasSeen = beforeMs >= view.leftMs() && beforeMs <= view.rightMs();
        if (wasSeen && (nowMs < view.leftMs() || nowMs > view.rightMs())) {
            pane.touch(() -> view.beginAt(nowMs - PAGE_AT * view.widthPx() * view.msPerPx()));
        }
        pane.redraw().request();
    }

    private double within(double ms) {
        return Math.max(view.startMs(), Math.min(view.edgeMs(), ms));
    }
}
