package dev.sidetone.ui.app;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.phone.Softphone;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Creates the window's live modes, which record their calls in the phone's folder. On the FX thread. */
final class LiveModeFactory implements Supplier<LiveMode> {
    private final Settings settings;
    private final Path notes;
    private final Softphone phone;
    private boolean first = true;

    /** {@code notes} is the folder for the notes of changes made at Twilio. */
    LiveModeFactory(Settings settings, Path notes, Softphone phone) {
        this.settings = settings;
        this.notes = notes;
        this.phone = phone;
    }

    /** Creates a live mode; the first one undoes the changes that an earlier run left. */
    @Override
    public LiveMode get() {
        LiveController live = LiveController.of(settings, notes, phone.recordings()::place);
        if (first) {
            first = false;
            live.restoreEarlierLoans();
        }
        return live;
    }
}
