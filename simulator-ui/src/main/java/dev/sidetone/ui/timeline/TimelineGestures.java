package dev.sidetone.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Translates mouse, trackpad and keyboard input into scrolling and zooming. Owned by the {@link TimelinePane}, on the FX thread. */
final class TimelineGestures {
    private static final double KEY_ZOOM = 1.5;
    private static final double NOTCH_ZOOM = 1.25;
    private static final double NOTCH_PX = 40;
    private static final double KEY_SCROLL_PX = 80;

    private final TimelinePane pane;
    private final Viewport view;
    private double pointerX = Double.NaN;
    private double draggedX;

    TimelineGestures(TimelinePane pane, Viewport view) {
        this.pane = pane;
        this.view = view;
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pane.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> pane.setCursor(Cursor.DEFAULT));
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
        pane.hover(inside ? (Double) pointerX : null);
    }

    private void left() {
        pointerX = Double.NaN;
        pane.hover(null);
    }

    private void pressed(MouseEvent event) {
        draggedX = event.getX();
        pane.requestFocus();
    }

    private void dragged(MouseEvent event) {
        double byPx = draggedX - event.getX();
        draggedX = event.getX();
        pane.setCursor(Cursor.CLOSED_HAND);
        pane.hover(null);
        pane.scroll(byPx);
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
        Runnable change = change(event.getCode());
        if (change != null) {
            change.run();
            event.consume();
        }
    }

    private @Nullable Runnable change(KeyCode key) {
        return switch (key) {
            case PLUS, ADD, EQUALS -> () -> zoom(KEY_ZOOM, aroundPx());
            case MINUS, SUBTRACT -> () -> zoom(1 / KEY_ZOOM, aroundPx());
            case LEFT -> () -> pane.scroll(-KEY_SCROLL_PX);
            case RIGHT -> () -> pane.scroll(KEY_SCROLL_PX);
            case HOME -> () -> pane.touch(view::toStart);
            case END -> () -> pane.touch(view::follow);
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
