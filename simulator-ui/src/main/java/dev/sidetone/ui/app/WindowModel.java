package dev.sidetone.ui.app;

import dev.sidetone.simulator.live.LiveMode;
import dev.sidetone.simulator.live.call.LiveCall;
import dev.sidetone.simulator.phone.PhoneCall;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.report.OpenedCall;
import dev.sidetone.simulator.report.WatchedCall;
import dev.sidetone.ui.call.CallModel;
import dev.sidetone.ui.call.CallModel.Voice;
import dev.sidetone.ui.calls.CallListModel;
import dev.sidetone.ui.calls.ComparisonModel.PinnedCall;
import dev.sidetone.ui.events.EventsModel;
import dev.sidetone.ui.inbound.InboundModel;
import dev.sidetone.ui.keypad.KeypadModel;
import dev.sidetone.ui.latency.LatencyModel;
import dev.sidetone.ui.latency.MeasuringPoint;
import dev.sidetone.ui.live.LiveDefaults;
import dev.sidetone.ui.live.LiveModel;
import dev.sidetone.ui.live.LiveModel.Place;
import dev.sidetone.ui.notice.Notice;
import dev.sidetone.ui.notice.NoticeModel;
import dev.sidetone.ui.scenario.ScenarioModel;
import dev.sidetone.ui.selection.SelectionModel;
import dev.sidetone.ui.settings.ThemeModel;
import dev.sidetone.ui.settings.WindowPreferences;
import dev.sidetone.ui.sound.SoundModel;
import dev.sidetone.ui.talk.TalkModel;
import java.util.ArrayList;
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
    private final TalkModel talk;
    private final InboundModel inbound;
    private final ScenarioModel scenario;
    private final LatencyModel latency = new LatencyModel();
    private final EventsModel events = new EventsModel();
    private final SelectionModel selection = new SelectionModel();
    private final WindowSettings settings;
    private final CallRemedies remedies;
    private final NoticeModel notice;
    private final CallListModel calls;
    private final LiveModel live;
    private final CallPlayback playback;
    private final EventFeed feed = new EventFeed(events);
    private final CallLists lists = new CallLists(latency, events, selection);
    private boolean voiceChosen;
    private @Nullable PhoneCall simulated;

    /** {@code liveModes} creates live modes. */
    WindowModel(
            Softphone phone,
            Supplier<LiveMode> liveModes,
            LiveDefaults hints,
            WindowPreferences remembered,
            OwnSettings own) {
        this.phone = phone;
        this.remembered = remembered;
        theme = new ThemeModel(remembered);
        call = new CallModel(phone);
        sound = new SoundModel(phone);
        calls = new CallListModel(phone);
        settings = new WindowSettings(phone, call, theme, remembered, own);
        playback = new CallPlayback(phone, sound, selection);
        keypad = new KeypadModel(call::press);
        talk = new TalkModel(phone);
        call.onUnmute(talk::end);
        inbound = new InboundModel(phone, call::caller);
        scenario = ScenarioWiring.model(phone, call, remembered);
        live = new LiveModel(liveModes, call.agentProperty(), hints);
        remedies = new CallRemedies(call);
        notice = new NoticeModel(remedies::carryOut);
        voiceChosen = PreferenceBindings.restore(remembered, call, sound, calls.recordings());
        PreferenceBindings.save(remembered, call, sound, calls.recordings());
        PreferenceBindings.remember(remembered, "push-to-talk", talk.pushToTalkProperty());
        PreferenceBindings.remember(remembered, "accept-calls", inbound.acceptingProperty());
        call.microphoneProperty().bind(sound.microphoneProperty());
        call.speakerProperty().bind(sound.speakerProperty());
        call.echoCancellationProperty().bind(sound.echoCancellationProperty());
        call.phaseProperty().subscribe(phase -> keypad.usableProperty().set(phase == Phase.IN_CALL));
        call.voiceProperty().addListener(change -> openMicrophone());
        sound.microphoneProperty().addListener(change -> openMicrophone());
        live.placeProperty().addListener(change -> openMicrophone());
        sound.testingProperty().addListener(change -> openMicrophone());
        live.calls().inViewProperty().addListener((property, before, now) -> calls.viewed()
                .close());
        calls.onShowCurrent(this::showOwn);
        openMicrophone();
    }

    /** Updates all models from the phone and live mode. */
    void pull() {
        PhoneState now = phone.now();
        chooseVoice(now);
        call.pull();
        talk.pull();
        inbound.pull();
        sound.pull();
        settings.pull(now);
        live.pull();
        calls.recordings().pull(!live.calls().areComplete());
        simulated = now.call() == null ? simulated : now.call();
        calls.pull(ownCalls());
        playback.pull(shownCall(), now.isOnThePhone());
        OpenedCall opened = calls.viewed().openedProperty().get();
        if (opened != null) {
            showOpened(opened);
        } else if (isLive()) {
            showLive();
        } else {
            feed.pull(ownCalls(), simulated);
            latency.show(now.call() == null ? null : now.call().result(), MeasuringPoint.HEARD);
            notice.show(currentNotice(now));
        }
        calls.shows(feed.inView());
        lists.pull(feed.inView());
        scenario.pull(shownCall());
        PinnedCall baseline = calls.comparison().baselineProperty().get();
        latency.against(baseline == null ? null : baseline.result(), baseline == null ? "" : baseline.time());
    }

    /** The calls of this window that are in memory, the newest first. */
    private List<? extends WatchedCall> ownCalls() {
        return isLive() ? live.calls().all() : simulated == null ? List.of() : List.of(simulated);
    }

    private void showOwn(WatchedCall own) {
        if (own instanceof LiveCall of) {
            live.calls().show(of);
        }
    }

    /** An old call is in view; the window's own calls go on. */
    private void showOpened(OpenedCall opened) {
        List<WatchedCall> all = new ArrayList<>(ownCalls());
        all.add(opened);
        feed.pull(all, opened);
        latency.show(opened.result(), MeasuringPoint.HEARD);
        Trouble trouble = calls.trouble();
        String note = opened.notes().isEmpty() ? "" : opened.notes().get(0);
        notice.show(trouble != null ? Notice.of(trouble, false) : note.isEmpty() ? null : Notice.ofNote(note));
    }

    private void showLive() {
        LiveCall call = live.calls().inViewProperty().get();
        feed.pull(live.calls().all(), call);
        latency.show(call == null ? null : call.result(), MeasuringPoint.BRIDGE);
        latency.compare(simulated == null ? null : simulated.result());
        Trouble notOpened = calls.viewed().trouble();
        Trouble trouble = notOpened == null ? live.troubleForNotice() : notOpened;
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
        boolean speaks = call.voiceProperty().get() == Voice.MICROPHONE && !isLive();
        if (!speaks && !sound.testingProperty().get()) {
            phone.listenToNone();
        } else {
            String name = sound.microphoneProperty().get();
            phone.listenTo(SoundModel.DEFAULT.equals(name) ? null : name);
        }
    }

    private @Nullable Notice currentNotice(PhoneState now) {
        Trouble notOpened = calls.viewed().trouble();
        Trouble trouble = notOpened == null ? now.trouble() : notOpened;
        if (trouble != null) {
            return Notice.of(trouble, now.phase() == Phase.READY ? CallRemedies.of(trouble) : List.of());
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
        Trouble recordingTrouble = calls.trouble();
        return recordingTrouble == null ? playback.notice() : Notice.of(recordingTrouble, false);
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

    TalkModel talk() {
        return talk;
    }

    InboundModel inbound() {
        return inbound;
    }

    ScenarioModel scenario() {
        return scenario;
    }

    LatencyModel latency() {
        return latency;
    }

    EventsModel events() {
        return events;
    }

    CallLists lists() {
        return lists;
    }

    SelectionModel selection() {
        return selection;
    }

    WindowSettings settings() {
        return settings;
    }

    CallRemedies remedies() {
        return remedies;
    }

    CallPlayback playback() {
        return playback;
    }

    NoticeModel notice() {
        return notice;
    }

    CallListModel calls() {
        return calls;
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
