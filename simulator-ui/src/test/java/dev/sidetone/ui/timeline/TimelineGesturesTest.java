package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.TextDrawing;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testfx.util.WaitForAsyncUtils;

@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class TimelineGesturesTest {
    private final TimelinePane pane = onFx(() -> {
        TimelinePane shown = new TimelinePane();
        Scene scene = new Scene(new StackPane(shown), 900, 220);
        shown.show(
                new ScriptedTimeline().callerSpeaks(1_000, 2_000).until(60_000).timeline());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        shown.pulse(1_000_000_000L);
        return shown;
    });

    @Test
    void draggingToTheRightLooksBack() {
        double before = pane.view().leftMs();
        fire(mouse(MouseEvent.MOUSE_PRESSED, 400), mouse(MouseEvent.MOUSE_DRAGGED, 500));

        assertThat(pane.view().leftMs()).isEqualTo(before - 100 * pane.view().msPerPx());
    }

    @Test
    void theWheelScrollsAndWithControlZoomsAroundThePointer() {
        fire(wheel(80, false));
        assertThat(pane.view().following()).isFalse();

        double before = pane.view().msAt(500 - TimelinePainter.NAMES_PX);
        double scale = pane.view().msPerPx();
        pane.view().unfollow();
        fire(wheel(40, true));

        assertThat(pane.view().msPerPx()).isLessThan(scale);
        assertThat(pane.view().msAt(500 - TimelinePainter.NAMES_PX)).isBetween(before - 2 * scale, before + 2 * scale);
    }

    @Test
    void keysZoomAndScroll() {
        double scale = pane.view().msPerPx();
        fire(key(KeyCode.MINUS));
        assertThat(pane.view().msPerPx()).isGreaterThan(scale);

        fire(key(KeyCode.PLUS));
        assertThat(pane.view().msPerPx()).isEqualTo(scale);

        fire(key(KeyCode.HOME));
        assertThat(pane.view().leftMs()).isNegative();
        assertThat(pane.view().following()).isFalse();

        fire(key(KeyCode.END));
        assertThat(pane.view().following()).isTrue();
    }

    @Test
    void whoHasScrolledBackIsOfferedTheWayToTheLiveEdge() {
        Button chip = onFx(() -> (Button) pane.lookup(".timeline-follow"));
        assertThat(chip.isVisible()).isFalse();

        fire(wheel(400, false));
        assertThat(chip.isVisible()).isTrue();

        onFx(() -> {
            chip.fire();
            return true;
        });
        assertThat(chip.isVisible()).isFalse();
        assertThat(pane.view().following()).isTrue();
    }

    @Test
    void thePictureIsToldInWords() {
        assertThat(pane.getAccessibleText()).isEqualTo("Call timeline, 01:00 so far, 1 turn, 0 barge-ins");
    }

    private void fire(Event... events) {
        onFx(() -> {
            for (Event event : events) {
                pane.fireEvent(event);
            }
            pane.pulse(2_000_000_000L);
            return true;
        });
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
        return new MouseEvent(
                type,
                x,
                100,
                x,
                100,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private static ScrollEvent wheel(double deltaY, boolean control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                500,
                100,
                500,
                100,
                false,
                control,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
