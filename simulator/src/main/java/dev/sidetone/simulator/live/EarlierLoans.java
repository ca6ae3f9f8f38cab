package dev.sidetone.simulator.live;

import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.live.number.NumberLoans;
import dev.sidetone.simulator.live.number.RestoreResult;
import dev.sidetone.simulator.live.number.SelectableNumber;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.rig.AgentChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts back the numbers that an earlier run or session left borrowed, by their notes. Waits for Twilio; owned by {@link LiveController}. */
final class EarlierLoans {
    private static final LiveRequest ACCOUNT_ONLY =
            new LiveRequest(AgentChoice.practice().name(), null, null);

    private final LiveConfig.Source configs;
    private final Path notes;
    private final LiveStateStore state;
    private final PutBackResults results;

    /** @param notes the folder of the notes of borrowed numbers */
    EarlierLoans(LiveConfig.Source configs, Path notes, LiveStateStore state, PutBackResults results) {
        this.configs = configs;
        this.notes = notes;
        this.state = state;
        this.results = results;
    }

    /** Puts them back with a connection to Twilio of its own. */
    void restore() {
        if (!NumberLoans.hasNotes(notes)) {
            results.clear();
            return;
        }
        try (TwilioApi api = new TwilioApi(configs.config(ACCOUNT_ONLY).account())) {
            results.add(new NumberLoans(api, notes).restoreEarlier());
        } catch (WrongSetting e) {
            Trouble unrestored = new Trouble(
                    "A number is still set as an earlier live session left it.",
                    TroubleText.of(e).cure());
            state.update(old -> old.withUnrestored(unrestored));
        }
    }

    /** The same beside a session, whose own number stays borrowed. */
    void restoreBeside(@Nullable LiveSession open) {
        if (open == null) {
            restore();
            return;
        }
        SelectableNumber used = state.now().numberInUse();
        List<RestoreResult> all = new ArrayList<>(open.restoreEarlierLoans());
        all.removeIf(each -> used != null && used.number().equals(each.number()));
        results.add(all);
    }
}
