package dev.sidetone.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Translates mouse, trackpad and keyboard input into selecting, scrolling and zooming: a click selects, a drag selects a span, with Shift or the
 * middle button it scrolls, in the overview it moves the frame. Owned by the {@link TimelinePane}, on the FX thread.
 */
final class TimelineGestures {
    private static final double KEY_ZOOM = 1.5;
    private static final double NOTCH_ZOOM = 1.25;
    private static final double NOTCH_PX = 40;
    private static final double KEY_SCROLL_PX = 80;
    /** A hand that trembles while it clicks drags nothing. */
    private static final double CLICK_PX = 4;

    /** What the pressed button does when it is moved. */
    private enum Drag {
        NONE,
        SELECT,
        SCROLL,
        FRAME
    }

    private final TimelinePane pane;
    private final Viewport view;
    private double pointerX = Double.NaN;
    private Drag drag = Drag.NONE;
    private boolean dragging;
    private double pressedX;
    private double draggedX;
    private double grabbedMs;

    TimelineGestures(TimelinePane pane, Viewport view) {
        this.pane = pane;
        this.view = view;
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pane.addEventHandler(ScrollEvent.SCROLL, this::wheeled);
        pane.addEventHandler(ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), pictureX(event.getX())));
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
    }

    private static double pictureX(double x) {
        return x - TimelinePainter.NAMES_PX;
    }

    private void moved(MouseEvent event) {
        pointerX = pictureX(event.getX());
        boolean inside = pointerX >= 0 && pointerX < view.widthPx();
        boolean onOverview = inside && pane.lanes().isOnOverview(event.getY());
        pane.setCursor(onOverview ? Cursor.HAND : Cursor.DEFAULT);
        pane.hover(inside && !onOverview ? (Double) pointerX : null);
    }

    private void left() {
        pointerX = Double.NaN;
        pane.hover(null);
    }

    private void pressed(MouseEvent event) {
        draggedX = event.getX();
        pressedX = pictureX(event.getX());
        dragging = false;
        pane.requestFocus();
        boolean inside = pressedX >= 0 && pressedX < view.widthPx();
        if (inside && pane.lanes().isOnOverview(event.getY())) {
            drag = Drag.FRAME;
            grab(pane.overview().msAt(pressedX));
        } else if (event.isShiftDown() || event.getButton() == MouseButton.MIDDLE) {
            drag = Drag.SCROLL;
        } else {
            drag = inside && event.getButton() == MouseButton.PRIMARY ? Drag.SELECT : Drag.NONE;
        }
    }

    /** The frame is held where it was pressed; beside it, it comes to the pointer. */
    private void grab(double ms) {
        if (ms < view.leftMs() || ms > view.rightMs()) {
            pane.center(ms);
        }
        grabbedMs = ms - view.leftMs();
    }

    private void dragged(MouseEvent event) {
        double byPx = draggedX - event.getX();
        draggedX = event.getX();
        double x = pictureX(event.getX());
        pane.hover(null);
        switch (drag) {
            case SCROLL -> {
                pane.setCursor(Cursor.CLOSED_HAND);
                pane.scroll(byPx);
            }
            case FRAME -> {
                pane.setCursor(Cursor.CLOSED_HAND);
                pane.beginAt(pane.overview().msAt(x) - grabbedMs);
            }
            case SELECT -> {
                dragging |= Math.abs(x - pressedX) >= CLICK_PX;
                if (dragging) {
                    pane.selecting().drag(Math.max(0, pressedX), Math.max(0, Math.min(view.widthPx(), x)));
                }
            }
            case NONE -> {}
        }
    }

    private void released(MouseEvent event) {
        pane.setCursor(Cursor.DEFAULT);
        if (drag == Drag.SELECT && !dragging) {
            double y = event.getY();
            pane.selecting()
                    .click(
                            pressedX,
                            y >= pane.lanes().agentY() && y < pane.lanes().axisY());
        }
        drag = Drag.NONE;
    }

    private void wheeled(ScrollEvent event) {
        if (event.isShortcutDown() || event.isControlDown()) {
            zoom(Math.pow(NOTCH_ZOOM, event.getDeltaY() / NOTCH_PX), pictureX(event.getX()));
        } else {
            boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
            double byPx = -(sideways ? event.getDeltaX() : event.getDeltaY());
            pane.scroll(byPx);
        }
        event.consume();
    }

    private void keyed(KeyEvent event) {
        Runnable change = event.isShortcutDown() ? jump(event.getCode()) : change(event.getCode());
        if (change != null) {
            change.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && pane.selecting().clear()) {
            event.consume();
        }
    }

    private @Nullable Runnable jump(KeyCode key) {
        return switch (key) {
            case LEFT -> () -> pane.selecting().next(false);
            case RIGHT -> () -> pane.selecting().next(true);
            default -> null;
        };
    }

    private @Nullable Runnable change(KeyCode key) {
        return switch (key) {
            case PLUS, ADD, EQUALS -> () -> zoom(KEY_ZOOM, aroundPx());
            case MINUS, SUBTRACT -> () -> zoom(1 / KEY_ZOOM, aroundPx());
            case LEFT -> () -> pane.scroll(-KEY_SCROLL_PX);
            case RIGHT -> () -> pane.scroll(KEY_SCROLL_PX);
            case DIGIT0, NUMPAD0 -> pane::fit;
            case HOME -> pane::toStart;
            case END -> pane::follow;
            default -> null;
        };
    }

    private double aroundPx() {
        return Double.isNaN(pointerX) ? view.widthPx() / 2 : pointerX;
    }

    private void zoom(double factor, double aroundPx) {
        pane.zoom(factor, aroundPx);
    }
}
