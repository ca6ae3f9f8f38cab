package dev.sidetone.ui.app;

import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.call.CallModel.Target;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.call.RecentTargets;
import dev.sidetone.ui.calls.RecordingsModel;
import dev.sidetone.ui.settings.WindowPreferences;
import dev.sidetone.ui.sound.SoundModel;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;

/** Restores the user's choices in the window at the start and saves every change. On the FX thread. */
final class PreferenceBindings {
    private static final String TARGET = "target";
    private static final String AGENT = "agent";
    private static final String WEBHOOK = "webhook";
    private static final String RECENT = "recent-webhooks";
    private static final String VOICE = "voice";
    private static final String MICROPHONE = "microphone";
    private static final String SPEAKER = "speaker";
    private static final String ECHO_CANCELLATION = "echo-cancellation";
    private static final String KEEP = "keep-recordings";

    private PreferenceBindings() {}

    /** Restores the saved choices; returns whether the choice of the speaking caller was among them. */
    static boolean restore(WindowPreferences remembered, CallModel call, SoundModel sound, RecordingsModel recordings) {
        recordings.keepProperty().set(Boolean.parseBoolean(remembered.get(KEEP, "true")));
        String agent = remembered.get(AGENT, "");
        call.agents().stream().filter(offer -> offer.name().equals(agent)).forEach(call.agentProperty()::set);
        call.webhookProperty().set(remembered.get(WEBHOOK, ""));
        call.recent().restore(List.of(remembered.get(RECENT, "").split("\n", -1)));
        OptionPreferences.restore(remembered, call.options());
        choose(call.targetProperty(), Target.values(), remembered.get(TARGET, ""));
        sound.microphoneProperty().set(remembered.get(MICROPHONE, SoundModel.DEFAULT));
        sound.speakerProperty().set(remembered.get(SPEAKER, SoundModel.DEFAULT));
        sound.echoCancellationProperty().set(Boolean.parseBoolean(remembered.get(ECHO_CANCELLATION, "true")));
        return choose(call.voiceProperty(), Voice.values(), remembered.get(VOICE, ""));
    }

    /** Saves every later choice. */
    static void save(WindowPreferences remembered, CallModel call, SoundModel sound, RecordingsModel recordings) {
        recordings.keepProperty().addListener((property, before, now) -> remembered.put(KEEP, String.valueOf(now)));
        call.agentProperty().addListener((property, before, now) -> remembered.put(AGENT, now.name()));
        call.webhookProperty()
                .addListener((property, before, now) -> remembered.put(WEBHOOK, RecentTargets.isPlain(now) ? now : ""));
        call.recent()
                .all()
                .subscribe(() ->
                        remembered.put(RECENT, String.join("\n", call.recent().all())));
        OptionPreferences.save(remembered, call.options());
        save(remembered, MICROPHONE, sound.microphoneProperty());
        save(remembered, SPEAKER, sound.speakerProperty());
        sound.echoCancellationProperty()
                .addListener((property, before, now) -> remembered.put(ECHO_CANCELLATION, now.toString()));
        call.targetProperty().addListener((property, before, now) -> remembered.put(TARGET, now.name()));
        call.voiceProperty().addListener((property, before, now) -> remembered.put(VOICE, now.name()));
    }

    /** Restores one switch, which is off unless it was switched on, and saves every later change. */
    static void remember(WindowPreferences remembered, String name, BooleanProperty on) {
        on.set(Boolean.parseBoolean(remembered.get(name, "false")));
        on.addListener((property, before, now) -> remembered.put(name, now.toString()));
    }

    private static void save(WindowPreferences remembered, String name, StringProperty value) {
        value.addListener((property, before, now) -> remembered.put(name, now));
    }

    private static <E extends Enum<E>> boolean choose(ObjectProperty<E> property, E[] all, String name) {
        for (E each : all) {
            if (each.name().equals(name)) {
                property.set(each);
                return true;
            }
        }
        return false;
    }
}
