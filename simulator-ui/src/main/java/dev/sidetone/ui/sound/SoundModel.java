package dev.sidetone.ui.sound;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.timeline.Fact;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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

    private final Softphone phone;
    private final ObservableList<String> microphones = FXCollections.observableArrayList(DEFAULT);
    private final ObservableList<String> speakers = FXCollections.observableArrayList(DEFAULT);
    private final StringProperty microphone = new SimpleStringProperty(DEFAULT);
    private final StringProperty speaker = new SimpleStringProperty(DEFAULT);
    private final BooleanProperty echoCancellation = new SimpleBooleanProperty(true);
    private final ReadOnlyDoubleWrapper said = new ReadOnlyDoubleWrapper(SpeechEnergy.FLOOR_DBM0);
    private final ReadOnlyDoubleWrapper heard = new ReadOnlyDoubleWrapper(SpeechEnergy.FLOOR_DBM0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private PhoneState.@Nullable DeviceNames known;

    public SoundModel(Softphone phone) {
        this.phone = phone;
    }

    /** Updates from the phone. */
    public void pull() {
        PhoneState now = phone.now();
        if (now.devices() != null && !now.devices().equals(known)) {
            known = now.devices();
            list(microphones, microphone, now.devices().microphones());
            list(speakers, speaker, now.devices().speakers());
        }
        busy.set(now.isOnThePhone());
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

    /** Lists the devices and deselects one that is no longer there. */
    private static void list(ObservableList<String> list, StringProperty chosen, List<String> names) {
        String wanted = names.contains(chosen.get()) ? chosen.get() : DEFAULT;
        list.setAll(DEFAULT);
        list.addAll(names);
        chosen.set(wanted);
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
