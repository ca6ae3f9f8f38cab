package dev.sidetone.ui.sound;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.PhoneState.Trouble;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.timeline.Fact;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The sound devices of the machine, the selected ones and their levels. On the FX thread; {@link #pull} runs at every pulse. */
public final class SoundModel {
    /** The name that stands for the machine's default device. */
    public static final String DEFAULT = "";

    private static final double FALL_DB = 2;
    private static final int TEST_PULSES = 100;

    private final Softphone phone;
    private final ObservableList<String> microphones = FXCollections.observableArrayList(DEFAULT);
    private final ObservableList<String> speakers = FXCollections.observableArrayList(DEFAULT);
    private final StringProperty microphone = new SimpleStringProperty(DEFAULT);
    private final StringProperty speaker = new SimpleStringProperty(DEFAULT);
    private final BooleanProperty echoCancellation = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper said = new ReadOnlyDoubleWrapper(SpeechEnergy.FLOOR_DBM0);
    private final ReadOnlyDoubleWrapper heard = new ReadOnlyDoubleWrapper(SpeechEnergy.FLOOR_DBM0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper absent = new ReadOnlyStringWrapper("");
    private final WantedDevice wantedMicrophone = new WantedDevice(microphones, microphone);
    private final WantedDevice wantedSpeaker = new WantedDevice(speakers, speaker);
    private PhoneState.@Nullable DeviceNames known;
    private boolean listedInCall;
    private int testPulses;

    public SoundModel(Softphone phone) {
        this.phone = phone;
        microphone.addListener((property, before, now) -> {
            if (busy.get()) {
                phone.devices().useMicrophone(nameOrNull(now));
            }
        });
        speaker.addListener((property, before, now) -> {
            if (busy.get()) {
                phone.devices().useSpeaker(nameOrNull(now));
            }
        });
    }

    private static @Nullable String nameOrNull(String name) {
        return DEFAULT.equals(name) ? null : name;
    }

    /** Updates from the phone. */
    public void pull() {
        PhoneState now = phone.now();
        busy.set(now.isOnThePhone());
        if (now.devices() != null && (!now.devices().equals(known) || listedInCall != busy.get())) {
            known = now.devices();
            listedInCall = busy.get();
            wantedMicrophone.list(known.microphones(), busy.get());
            wantedSpeaker.list(known.speakers(), busy.get());
            absent.set(AbsentDevices.words(known));
        }
        testing.set(testPulses > 0 && !busy.get());
        testPulses = Math.max(0, testPulses - 1);
        Trouble found = phone.devices().trouble();
        trouble.set(found == null ? "" : found.what() + " " + found.cure());
        Fact.Tick tick = now.call() == null || !now.isOnThePhone()
                ? null
                : now.call().timeline().latestTick();
        show(said, tick == null ? phone.microphoneDbm0() : Math.max(tick.said0(), tick.said1()));
        show(heard, tick == null ? SpeechEnergy.FLOOR_DBM0 : Math.max(tick.heard0(), tick.heard1()));
    }

    /** Rises at once and falls slowly, so that the eye can follow. */
    private static void show(ReadOnlyDoubleWrapper level, double dbm0) {
        level.set(Math.max(dbm0, level.get() - FALL_DB));
    }

    /** Plays a tone on the speaker and shows the microphone's level for three seconds; nothing in a call. */
    public void test() {
        if (!busy.get()) {
            testPulses = TEST_PULSES;
            testing.set(true);
            phone.devices().test(nameOrNull(speaker.get()));
        }
    }

    /** Whether the devices are being tested. */
    public ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /** What was wrong with the device that was opened or tested last; empty if nothing. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Which kind of device the machine has none of, and what that means; empty if it has both. */
    public ReadOnlyStringProperty absentProperty() {
        return absent.getReadOnlyProperty();
    }

    /** The microphones to choose from; the first is {@link #DEFAULT}. */
    public ObservableList<String> microphones() {
        return microphones;
    }

    /** The speakers to choose from; the first is {@link #DEFAULT}. */
    public ObservableList<String> speakers() {
        return speakers;
    }

    public StringProperty microphoneProperty() {
        return microphone;
    }

    public StringProperty speakerProperty() {
        return speaker;
    }

    /** Returns whether an echo of the speaker is removed from the microphone's sound. */
    public BooleanProperty echoCancellationProperty() {
        return echoCancellation;
    }

    /** The level of the caller's voice, or of the microphone between calls, dBm0. */
    public ReadOnlyDoubleProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** The level that the caller hears, dBm0. */
    public ReadOnlyDoubleProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Returns whether a call uses the devices. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
