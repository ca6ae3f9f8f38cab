package dev.sidetone.ui.calls;

import dev.sidetone.simulator.phone.CallOpening;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.report.OpenedCall;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The recorded call that is in view instead of the window's own calls, or is being opened. On the FX thread; {@link #pull} at every pulse. */
public final class ViewedCallModel {
    private static final double NOTHING = -1;

    private final ReadOnlyObjectWrapper<@Nullable OpenedCall> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(NOTHING);
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private @Nullable CallOpening opening;
    private @Nullable Trouble trouble;
    private String openingName = "";

    ViewedCallModel() {}

    /** Begins to open a recording, and shows it once it is open; the call in view stays until then. */
    void open(Path folder, String shortName) {
        if (opening != null && opening.folder().equals(folder)) {
            return;
        }
        stopOpening();
        trouble = null;
        openingName = shortName;
        opening = CallOpening.of(folder);
        progress.set(0);
    }

    /** Returns to the window's own call. */
    public void close() {
        stopOpening();
        trouble = null;
        opened.set(null);
        name.set("");
    }

    private void stopOpening() {
        if (opening != null) {
            opening.cancel();
        }
        opening = null;
        progress.set(NOTHING);
    }

    /** Shows what has been opened. */
    void pull() {
        CallOpening now = opening;
        if (now == null) {
            return;
        }
        progress.set(now.done());
        OpenedCall call = now.call();
        if (call != null) {
            opened.set(call);
            name.set(openingName);
        }
        if (call != null || now.trouble() != null) {
            trouble = now.trouble();
            stopOpening();
        }
    }

    /** The folder of the recording that is in view or is being opened; null where the window's own call is in view. */
    @Nullable
    Path folder() {
        OpenedCall call = opened.get();
        return opening != null ? opening.folder() : call == null ? null : call.recording();
    }

    /** The problem with the recording that was to be opened last, or null. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** The recorded call in view; null where the window's own call is. */
    public ReadOnlyObjectProperty<@Nullable OpenedCall> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** How much of a recording has been opened, from 0 to 1; negative while none is being opened. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The time and the name of the recorded call in view; empty without one. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }
}
