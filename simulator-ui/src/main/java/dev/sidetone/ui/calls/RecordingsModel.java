package dev.sidetone.ui.calls;

import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore.Usage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The recorded calls, and whether the next call is recorded. On the FX thread; {@link #pull} runs at every pulse. */
public final class RecordingsModel {
    private static final double MEGABYTE = 1e6;

    private final Softphone phone;
    private final FolderOpener opener = new FolderOpener();
    private final BooleanProperty keep = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(summary(Usage.NOTHING));
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper deletable = new ReadOnlyBooleanWrapper();
    private Usage known = Usage.NOTHING;
    private boolean othersBefore;

    public RecordingsModel(Softphone phone) {
        this.phone = phone;
        keep.subscribe(phone.recordings()::want);
    }

    /** Updates from the phone; {@code others} is true while live calls are being recorded. */
    public void pull(boolean others) {
        Usage now = phone.recordings().content();
        if (!now.equals(known)) {
            known = now;
            summary.set(summary(now));
            any.set(now.calls() > 0);
        }
        if (othersBefore && !others) {
            phone.tidyRecordings();
            phone.history().look();
        }
        othersBefore = others;
        deletable.set(any.get());
    }

    /** Deletes every recording but those that are marked to be kept. */
    public void deleteAll() {
        phone.history().deleteAll();
    }

    /** Opens their folder in the system's file manager. */
    public void openFolder() {
        opener.open(folder());
    }

    /** Opens the folder of one recording. */
    void openFolder(Path call) {
        opener.open(call);
    }

    /** The problem with the disk or with opening the folder, or null. */
    public @Nullable Trouble trouble() {
        Trouble list = phone.history().trouble();
        Trouble disk = list == null ? phone.recordings().trouble() : list;
        return disk == null ? opener.trouble() : disk;
    }

    /** The folder of the recordings. */
    public Path folder() {
        return phone.recordings().folder();
    }

    /** Returns whether the next call is recorded. */
    public BooleanProperty keepProperty() {
        return keep;
    }

    /** The number and size of the recordings, as text. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Returns whether there is any recording. */
    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }

    /** Returns whether there is any to delete; one that is being written stays. */
    public ReadOnlyBooleanProperty deletableProperty() {
        return deletable.getReadOnlyProperty();
    }

    static String summary(Usage content) {
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
