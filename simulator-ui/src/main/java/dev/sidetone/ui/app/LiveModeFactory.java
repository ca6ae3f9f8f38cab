package dev.sidetone.ui.app;

import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.LiveConfig;
import dev.sidetone.simulator.live.LiveController;
import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.LiveRequest;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Creates the window's live modes, which record their calls in the phone's folder. On the FX thread. */
final class LiveModeFactory implements Supplier<LiveMode> {
    private final OwnSettings own;
    private final Path notes;
    private final Softphone phone;
    private boolean first = true;

    /** {@code notes} is the folder for the notes of changes made at Twilio. */
    LiveModeFactory(OwnSettings own, Path notes, Softphone phone) {
        this.own = own;
        this.notes = notes;
        this.phone = phone;
    }

    /** Reads the settings at every beginning, so that what was missing the last time may be there. On live mode's thread. */
    private LiveConfig read(LiveRequest request) throws WrongSetting {
        Settings now = own.source().read();
        String name = request.agent();
        return LiveConfig.of(now, AgentChoice.of(name, null, own.agents().config(name), now));
    }

    /** Creates a live mode; the first one undoes the changes that an earlier run left. */
    @Override
    public LiveMode get() {
        LiveController live = new LiveController(this::read, notes, phone.recordings()::place, line -> {});
        if (first) {
            first = false;
            live.restoreEarlierLoans();
        }
        return live;
    }
}
