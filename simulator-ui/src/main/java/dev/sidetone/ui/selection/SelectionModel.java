package dev.sidetone.ui.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The selected part, the cursor and the dragged span of the call in view. Emptied when another call is shown. On the FX thread. */
public final class SelectionModel {
    /** The cursor's value where there is none. */
    public static final double NOWHERE = Double.NaN;

    private final ReadOnlyObjectWrapper<@Nullable Selection> selected = new ReadOnlyObjectWrapper<>();
    private final DoubleProperty cursorMs = new SimpleDoubleProperty(NOWHERE);
    private final DoubleProperty playheadMs = new SimpleDoubleProperty(NOWHERE);
    private final ObjectProperty<@Nullable Span> span = new SimpleObjectProperty<>();
    private final List<Consumer<Selection>> revealing = new ArrayList<>();

    /** Part of the call, from {@code fromMs} to {@code toMs} on its clock, ms; never empty. */
    public record Span(double fromMs, double toMs) {
        public Span {
            if (!(toMs > fromMs)) {
                throw new IllegalArgumentException("an empty span: " + fromMs + " to " + toMs);
            }
        }
    }

    /** Selects a part, wherever it is shown; null selects none. */
    public void select(@Nullable Selection part) {
        selected.set(part);
    }

    /** Selects a part and shows its moment in the timeline and its row in its list. */
    public void reveal(Selection part) {
        selected.set(part);
        revealing.forEach(each -> each.accept(part));
    }

    /** Calls {@code show} for every part that is to be shown, after it was selected. */
    public void onReveal(Consumer<Selection> show) {
        revealing.add(show);
    }

    /** Empties everything, as for another call. */
    public void clear() {
        selected.set(null);
        cursorMs.set(NOWHERE);
        playheadMs.set(NOWHERE);
        span.set(null);
    }

    /** The selected part; null without one. */
    public ReadOnlyObjectProperty<@Nullable Selection> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Where a click put the cursor and playing begins, ms on the call's clock; {@link #NOWHERE} without one. */
    public DoubleProperty cursorMsProperty() {
        return cursorMs;
    }

    /** What is being heard at this moment, ms on the call's clock; {@link #NOWHERE} while nothing is played. */
    public DoubleProperty playheadMsProperty() {
        return playheadMs;
    }

    /** The span that was dragged, which playing repeats; null without one. */
    public ObjectProperty<@Nullable Span> spanProperty() {
        return span;
    }
}
