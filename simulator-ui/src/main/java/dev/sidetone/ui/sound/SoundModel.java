package dev.sidetone.ui.sound;

import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.phone.PhoneState;
import dev.sidetone.simulator.phone.Softphone;
import dev.sidetone.simulator.timeline.Fact;
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

/** The machine's sound devices, which of them are used, and how loud they are. On the FX thread; {@link #pull} at every pulse. */
public final class SoundModel {
    /** The name of whatever device the machine would use by itself. */
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
    private PhoneState.@Nullable Cards known;

    public SoundModel(Softphone phone) {
        this.phone = phone;
    }

    /** Takes over how things stand. */
    public void pull() {
        PhoneState now = phone.now();
        if (now.cards() != null && !now.cards().equals(known)) {
            known = now.cards();
            list(microphones, microphone, now.cards().microphones());
            list(speakers, speaker, now.cards().speakers());
        }
        busy.set(now.isOnThePhone());
        Fact.Tick tick = now.call() == null || !now.isOnThePhone()
                ? null
                : now.call().timeline().latestTick();
        show(said, tick == null ? phone.microphoneDbm0() : Math.max(tick.said0(), tick.said1()));
        show(heard, tick == null ? SpeechEnergy.FLOOR_DBM0 : Math.max(tick.heard0(), tick.heard1()));
    }

    /** Up at once, down slowly: an eye cannot follow words. */
    private static void show(ReadOnlyDoubleWrapper level, double dbm0) {
        level.set(Math.max(dbm0, level.get() - FALL_DB));
    }

    /** A device that was chosen once and is not there today is not chosen. */
    private static void list(ObservableList<String> list, StringProperty chosen, java.util.List<String> names) {
        String wanted = names.contains(chosen.get()) ? chosen.get() : DEFAULT;
        list.setAll(DEFAULT);
        list.addAll(names);
        chosen.set(wanted);
    }

    /** What can be chosen; the first is {@link #DEFAULT}. */
    public ObservableList<String> microphones() {
        return microphones;
    }

    /** What can be chosen; the first is {@link #DEFAULT}. */
    public ObservableList<String> speakers() {
        return speakers;
    }

    public StringProperty microphoneProperty() {
        return microphone;
    }

    public StringProperty speakerProperty() {
        return speaker;
    }

    /** Whether the speaker's sound is taken out of the microphone's, if it is found there. */
    public BooleanProperty echoCancellationProperty() {
        return echoCancellation;
    }

    /** What the caller says, or the microphone hears between calls, dBm0. */
    public ReadOnlyDoubleProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What the caller hears, dBm0. */
    public ReadOnlyDoubleProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Whether a call holds the devices. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
