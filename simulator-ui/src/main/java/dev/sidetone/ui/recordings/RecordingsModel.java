package dev.sidetone.ui.recordings;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore.Content;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The calls that are kept, and whether the next one is. On the FX thread; {@link #pull} at every pulse. */
public final class RecordingsModel {
    private static final double MEGABYTE = 1e6;

    private final Softphone phone;
    private final FolderOpener window = new FolderOpener();
    private final BooleanProperty keep = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(summary(Content.NOTHING));
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper deletable = new ReadOnlyBooleanWrapper();
    private Content known = Content.NOTHING;
    private boolean kept;

    public RecordingsModel(Softphone phone) {
        this.phone = phone;
        keep.subscribe(phone.recordings()::want);
    }

    /** Takes over how things stand; {@code others} is whether calls are being kept that the phone does not make. */
    public void pull(boolean others) {
        Content now = phone.recordings().content();
        if (!now.equals(known)) {
            known = now;
            summary.set(summary(now));
            any.set(now.calls() > 0);
        }
        if (kept && !others) {
            phone.tidyRecordings();
        }
        kept = others;
        deletable.set(any.get() && !others && !phone.now().isOnThePhone());
    }

    /** Deletes every recording. */
    public void deleteAll() {
        phone.deleteRecordings();
    }

    /** Opens their folder in the system's own window for folders. */
    public void openFolder() {
        window.open(folder());
    }

    /** What is wrong with the disk or with opening the folder, or null. */
    public @Nullable Trouble trouble() {
        Trouble disk = phone.recordings().trouble();
        return disk == null ? window.trouble() : disk;
    }

    /** Where they are. */
    public Path folder() {
        return phone.recordings().folder();
    }

    /** Whether the next call is kept. */
    public BooleanProperty keepProperty() {
        return keep;
    }

    /** How many are kept, in words. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Whether one is kept. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** Whether they can be deleted now: not while one is being written. */
    public ReadOnlyBooleanProperty deletableProperty() {
        return deletable.getReadOnlyProperty();
    }

    static String summary(Content content) {
        if (content.calls() == 0) {
            return "none kept yet";
        }
        double megabytes = content.bytes() / MEGABYTE;
        String size = megabytes < 10
                ? String.format(Locale.ROOT, "%.1f MB", megabytes)
                : String.format(Locale.ROOT, "%.0f MB", megabytes);
        return (content.calls() == 1 ? "1 call" : content.calls() + " calls") + ", " + size;
    }
}
