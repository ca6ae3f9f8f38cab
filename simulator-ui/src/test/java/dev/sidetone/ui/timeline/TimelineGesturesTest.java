package dev.sidetone.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.Selection;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.Locale;
import java.util.Objects;
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
    private final SelectionModel selection = new SelectionModel();
    private final ScriptedTimeline call =
            new ScriptedTimeline().callerSpeaks(1_000, 2_000).until(60_000);
    private final TimelinePane pane = onFx(() -> {
        TimelinePane shown = new TimelinePane(selection);
        Scene scene = new Scene(new StackPane(shown), 900, 300);
        shown.show(call.timeline());
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        shown.pulse(1_000_000_000L);
        return shown;
    });

    @Test
    void draggingWithShiftToTheRightLooksBack() {
        double before = pane.view().leftMs();
        fire(shifted(MouseEvent.MOUSE_PRESSED, 400), shifted(MouseEvent.MOUSE_DRAGGED, 500));

        assertThat(pane.view().leftMs()).isEqualTo(before - 100 * pane.view().msPerPx());
    }

    @Test
    void aClickPutsTheCursorThereAndSelectsWhatIsUnderIt() {
        fire(key(KeyCode.HOME));
        fire(mouse(MouseEvent.MOUSE_PRESSED, at(1_500)), mouse(MouseEvent.MOUSE_RELEASED, at(1_500)));

        assertThat(selection.cursorMsProperty().get()).isBetween(1_480.0, 1_520.0);
        assertThat(selection.selectedProperty().get())
                .matches(part -> part != null && part.is(Selection.Kind.TURN, 1), "is turn 1");
        assertThat(pane.getAccessibleText()).startsWith("Selected: Turn 1 at 00:01.0, not answered. Call timeline,");

        fire(mouse(MouseEvent.MOUSE_PRESSED, at(8_000)), mouse(MouseEvent.MOUSE_RELEASED, at(8_000)));
        assertThat(selection.selectedProperty().get()).isNull();
        assertThat(selection.cursorMsProperty().get()).isBetween(7_980.0, 8_020.0);
    }

    @Test
    void aDragSelectsASpanAndEscapeGivesItUp() {
        fire(key(KeyCode.HOME));
        fire(
                mouse(MouseEvent.MOUSE_PRESSED, at(5_000)),
                mouse(MouseEvent.MOUSE_DRAGGED, at(3_000)),
                mouse(MouseEvent.MOUSE_RELEASED, at(3_000)));

        SelectionModel.Span span =
                Objects.requireNonNull(selection.spanProperty().get());
        assertThat(span.fromMs()).isBetween(2_980.0, 3_020.0);
        assertThat(span.toMs()).isBetween(4_980.0, 5_020.0);
        assertThat(selection.cursorMsProperty().get()).isEqualTo(span.fromMs());

        fire(key(KeyCode.ESCAPE));
        assertThat(selection.spanProperty().get()).isNull();
        assertThat(selection.cursorMsProperty().get()).isNaN();
    }

    @Test
    void aCallIsShownAsAWholeWhenItEndsUnlessSomebodyHasScrolled() {
        call.hangsUpAt(60_000);
        fire();
        assertThat(pane.view().fitted()).isTrue();
        assertThat(pane.view().leftMs()).isNegative();

        onFx(() -> {
            pane.show(call.timeline());
            pane.scroll(-10);
            return true;
        });
        fire();
        assertThat(pane.view().fitted()).isFalse();

        fire(key(KeyCode.DIGIT0));
        assertThat(pane.view().fitted()).isTrue();
    }

    @Test
    void aRecordingWhoseEndIsMissingIsShownAsAWholeToo() {
        onFx(() -> {
            pane.show(call.timeline(), true);
            return true;
        });
        fire();

        assertThat(pane.view().fitted()).isTrue();
        assertThat(pane.view().leftMs()).isNegative();
    }

    @Test
    void theFrameOfTheOverviewIsDraggedAndComesToAClick() {
        int y = onFx(() -> pane.lanes().overviewY() + 8);
        double x = onFx(() -> pane.overview().xOf(20_000) + TimelinePainter.NAMES_PX);
        fire(mouse(MouseEvent.MOUSE_PRESSED, x, y, false));
        double middleMs = (pane.view().leftMs() + pane.view().rightMs()) / 2;
        assertThat(middleMs).isBetween(19_900.0, 20_100.0);

        double leftMs = pane.view().leftMs();
        fire(mouse(MouseEvent.MOUSE_DRAGGED, x + 10, y, false), mouse(MouseEvent.MOUSE_RELEASED, x + 10, y, false));
        double byMs = 10 * onFx(() -> pane.overview().msPerPx());
        assertThat(pane.view().leftMs() - leftMs).isBetween(byMs - 120, byMs + 120);
        assertThat(selection.cursorMsProperty().get()).isNaN();
    }

    @Test
    void controlAndAnArrowGoFromPartToPart() {
        fire(key(KeyCode.HOME));
        fire(control(KeyCode.RIGHT));
        assertThat(selection.selectedProperty().get())
                .matches(part -> part != null && part.is(Selection.Kind.TURN, 1), "is turn 1");
        assertThat(selection.cursorMsProperty().get()).isEqualTo(1_000);

        fire(control(KeyCode.RIGHT));
        assertThat(selection.cursorMsProperty().get()).as("there is no other").isEqualTo(1_000);
    }

    @Test
    void aPlayheadThatRunsOutOfThePictureTakesItAlong() {
        fire(key(KeyCode.HOME));
        double rightMs = pane.view().rightMs();
        onFx(() -> {
            selection.playheadMsProperty().set(rightMs - 10);
            selection.playheadMsProperty().set(rightMs + 10);
            return true;
        });
        assertThat(pane.view().leftMs()).isBetween(rightMs - 2_000, rightMs);
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

    private double at(double ms) {
        return pane.view().xOf(ms) + TimelinePainter.NAMES_PX;
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
        return mouse(type, x, 100, false);
    }

    private static MouseEvent shifted(EventType<MouseEvent> type, double x) {
        return mouse(type, x, 100, true);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, boolean shift) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                shift,
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

    private static KeyEvent control(KeyCode code) {
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !mac, false, mac);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
