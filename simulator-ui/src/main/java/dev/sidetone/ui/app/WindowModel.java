package dev.sidetone.ui.app;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.keypad.KeypadModel;
import dev.sidetone.ui.latency.LatencyModel;
import dev.sidetone.ui.latency.MeasuringPoint;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.LiveModel;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.notice.Notice;
import dev.sidetone.ui.notice.NoticeModel;
import dev.sidetone.ui.recordings.RecordingsModel;
import dev.sidetone.ui.settings.ThemeModel;
import dev.sidetone.ui.settings.WindowPreferences;
import dev.sidetone.ui.sound.SoundModel;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Owns all models of the window and connects them to one phone and to live mode. On the FX thread; {@link #pull} runs at every pulse. */
final class WindowModel {
    private final Softphone phone;
    private final WindowPreferences remembered;
    private final ThemeModel theme;
    private final CallModel call;
    private final SoundModel sound;
    private final KeypadModel keypad;
    private final LatencyModel latency = new LatencyModel();
    private final EventsModel events = new EventsModel();
    private final NoticeModel notice;
    private final RecordingsModel recordings;
    private final LiveModel live;
    private final EventFeed feed = new EventFeed(events);
    private boolean voiceChosen;
    private @Nullable PhoneCall simulated;

    /** {@code liveModes} creates live modes. */
    WindowModel(Softphone phone, Supplier<LiveMode> liveModes, LiveDefaults hints, WindowPreferences remembered) {
        this.phone = phone;
        this.remembered = remembered;
        theme = new ThemeModel(remembered);
        call = new CallModel(phone);
        sound = new SoundModel(phone);
        recordings = new RecordingsModel(phone);
        keypad = new KeypadModel(call::press);
        live = new LiveModel(liveModes, call.agentProperty(), hints);
        notice = new NoticeModel(() -> call.voiceProperty().set(Voice.DEMO));
        voiceChosen = PreferenceBindings.restore(remembered, call, sound, recordings);
        PreferenceBindings.save(remembered, call, sound, recordings);
        call.microphoneProperty().bind(sound.microphoneProperty());
        call.speakerProperty().bind(sound.speakerProperty());
        call.echoCancellationProperty().bind(sound.echoCancellationProperty());
        call.phaseProperty().subscribe(phase -> keypad.usableProperty().set(phase == Phase.IN_CALL));
        call.voiceProperty().addListener(change -> openMicrophone());
        sound.microphoneProperty().addListener(change -> openMicrophone());
        live.placeProperty().addListener(change -> openMicrophone());
        openMicrophone();
    }

    /** Updates all models from the phone and live mode. */
    void pull() {
        PhoneState now = phone.now();
        chooseVoice(now);
        call.pull();
        sound.pull();
        live.pull();
        recordings.pull(!live.calls().areComplete());
        simulated = now.call() == null ? simulated : now.call();
        if (isLive()) {
            showLive();
        } else {
            feed.pull(simulated == null ? List.of() : List.of(simulated), simulated);
            latency.show(now.call() == null ? null : now.call().result(), MeasuringPoint.HEARD);
            notice.show(currentNotice(now));
        }
    }

    private void showLive() {
        LiveCall call = live.calls().inViewProperty().get();
        feed.pull(live.calls().all(), call);
        latency.show(call == null ? null : call.result(), MeasuringPoint.BRIDGE);
        latency.compare(simulated == null ? null : simulated.result());
        Trouble trouble = live.troubleForNotice();
        boolean running = call != null && !call.isOver();
        notice.show(trouble != null ? Notice.of(trouble, false) : running ? feed.note() : null);
    }

    private boolean isLive() {
        return live.placeProperty().get() == Place.LIVE;
    }

    /** Selects the microphone, if there is one, unless a choice was saved. */
    private void chooseVoice(PhoneState now) {
        if (!voiceChosen && now.devices() != null) {
            voiceChosen = true;
            call.voiceProperty().set(now.devices().microphones().isEmpty() ? Voice.DEMO : Voice.MICROPHONE);
        }
    }

    private void openMicrophone() {
        if (isLive() || call.voiceProperty().get() == Voice.DEMO) {
            phone.listenToNone();
        } else {
            String name = sound.microphoneProperty().get();
            phone.listenTo(SoundModel.DEFAULT.equals(name) ? null : name);
        }
    }

    private @Nullable Notice currentNotice(PhoneState now) {
        Trouble trouble = now.trouble();
        if (trouble != null) {
            return Notice.of(trouble, false);
        }
        if (now.isOnThePhone()) {
            return feed.note();
        }
        Trouble liveTrouble = live.stateProperty().get().trouble();
        if (liveTrouble != null) {
            return Notice.of(liveTrouble, false);
        }
        Trouble microphoneTrouble = phone.microphoneTrouble();
        if (microphoneTrouble != null) {
            return Notice.of(microphoneTrouble, call.voiceProperty().get() == Voice.MICROPHONE);
        }
        Trouble recordingTrouble = recordings.trouble();
        return recordingTrouble == null ? null : Notice.of(recordingTrouble, false);
    }

    WindowPreferences remembered() {
        return remembered;
    }

    ThemeModel theme() {
        return theme;
    }

    CallModel call() {
        return call;
    }

    SoundModel sound() {
        return sound;
    }

    KeypadModel keypad() {
        return keypad;
    }

    LatencyModel latency() {
        return latency;
    }

    EventsModel events() {
        return events;
    }

    NoticeModel notice() {
        return notice;
    }

    RecordingsModel recordings() {
        return recordings;
    }

    LiveModel live() {
        return live;
    }

    /** The call in view; null before the first call. */
    @Nullable
    WatchedCall shownCall() {
        return feed.inView();
    }
}
