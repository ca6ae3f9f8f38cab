package dev.sidetone.ui.app;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.phone.Softphone;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where a window's live modes come from: each keeps its calls where the phone keeps its own. On the FX thread. */
final class LiveModeFactory implements Supplier<LiveMode> {
    private final Settings settings;
    private final Path notes;
    private final Softphone phone;
    private boolean first = true;

    /** {@code notes} is the folder where it is written down what was changed at Twilio. */
    LiveModeFactory(Settings settings, Path notes, Softphone phone) {
        this.settings = settings;
        this.notes = notes;
        this.phone = phone;
    }

    /** The first undoes what an earlier run left. */
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
