package dev.sidetone.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.report.EventLine;
import dev.sidetone.ui.fx.TextDrawing;
import dev.sidetone.ui.selection.SelectionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testfx.util.WaitForAsyncUtils;

@EnabledIf(value = "dev.sidetone.ui.fx.TextDrawing#isPossible", disabledReason = TextDrawing.WHY_NOT)
class EventsPaneTest {
    private final List<Double> jumps = new ArrayList<>();
    private final ListView<?> list = onFx(() -> {
        EventsModel model = new EventsModel();
        model.show("a call");
        model.add("a call", told(null, "before the call's clock ran"));
        model.add("a call", told(4_950.0, "warning 31951"));
        SelectionModel selection = new SelectionModel();
        selection.onReveal(part -> jumps.add(part.fromMs()));
        EventsPane pane = new EventsPane(model, selection);
        new Scene(pane, 300, 200).getRoot().applyCss();
        return (ListView<?>) Objects.requireNonNull(pane.lookup("#events"));
    });

    @Test
    void aDoubleClickOnAFindingGoesToItsMoment() {
        choose(1, click(2));
        assertThat(jumps).containsExactly(4_950.0);
    }

    @Test
    void enterDoesTheSameAndASingleClickNothing() {
        choose(1, click(1));
        assertThat(jumps).isEmpty();
        choose(1, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        assertThat(jumps).containsExactly(4_950.0);
    }

    @Test
    void whatWasBeforeTheCallsClockHasNoMoment() {
        choose(0, click(2));
        assertThat(jumps).isEmpty();
    }

    private void choose(int row, Event event) {
        onFx(() -> {
            list.getSelectionModel().select(row);
            list.fireEvent(event);
            return true;
        });
    }

    private static EventLine told(@Nullable Double atMs, String text) {
        return new EventLine(atMs, "finding", List.of(new EventLine.Span(text, null)));
    }

    private static MouseEvent click(int times) {
        return new MouseEvent(
                MouseEvent.MOUSE_CLICKED,
                10,
                10,
                10,
                10,
                MouseButton.PRIMARY,
                times,
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

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, work);
    }
}
