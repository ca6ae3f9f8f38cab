package dev.sidetone.ui.app;

import dev.sidetone.simulator.phone.AgentMenu.Offer;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.FilePicker;
import dev.sidetone.ui.fx.FormPage;
import dev.sidetone.ui.settings.BandsModel;
import dev.sidetone.ui.settings.RecordingsFolder;
import dev.sidetone.ui.settings.SettingsDialog;
import dev.sidetone.ui.settings.SettingsModel;
import dev.sidetone.ui.settings.ThemeModel;
import dev.sidetone.ui.settings.WindowPage;
import dev.sidetone.ui.settings.WindowPreferences;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Connects the settings with phone and dial pane: what is saved holds from the next call on, and a key that an agent refused is noted. On the FX thread. */
final class WindowSettings {
    private static final String REFUSED = "agent-auth";

    private final Softphone phone;
    private final CallModel call;
    private final ThemeModel theme;
    private final BandsModel bands;
    private final SettingsModel model;
    private final RecordingsFolder recordings;
    private @Nullable PhoneCall judged;

    WindowSettings(Softphone phone, CallModel call, ThemeModel theme, WindowPreferences remembered, OwnSettings own) {
        this.phone = phone;
        this.call = call;
        this.theme = theme;
        this.bands = new BandsModel(remembered);
        this.model = new SettingsModel(own.source(), own.agents(), (settings, menu) -> {
            phone.use(settings, menu);
            call.readAgents();
        });
        Path now = phone.recordings().folder();
        this.recordings = new RecordingsFolder(remembered, now, own.calls() == null ? now : own.calls(), folder -> {
            phone.recordings().keepIn(RecordingStore.in(folder));
            phone.tidyRecordings();
        });
    }

    /** Looks at a call that has ended: whether the agent took its key. */
    void pull(PhoneState now) {
        PhoneCall last = now.call();
        if (last != null && last.isOver() && last != judged) {
            judged = last;
            String variable = variable(call.agentProperty().get());
            if (variable != null && call.targetProperty().get() == Target.AGENT) {
                model.refused(variable, last.result().findings().stream().anyMatch(found -> found.code()
                        .equals(REFUSED)));
            }
        }
    }

    private static @Nullable String variable(Offer offer) {
        return offer.agent() == null || offer.agent().real() == null
                ? null
                : offer.agent().real().service().access().keyVariable();
    }

    /** The dialog, which reads everything again. */
    SettingsDialog dialog() {
        FilePicker picker = FilePicker.OF_THIS_SYSTEM;
        FormPage window = WindowPage.of(
                theme, bands, recordings, (owner, start) -> picker.folder(owner, "The folder for recordings", start));
        return new SettingsDialog(model, window);
    }

    /** Lists the devices again, and takes up another theme of the system or a changed file of settings, when the window is looked at again. */
    void lookedAt() {
        phone.devices().scan();
        theme.refresh();
        model.follow();
    }
}
