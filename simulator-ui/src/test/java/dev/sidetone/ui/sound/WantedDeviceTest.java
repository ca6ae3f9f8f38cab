package dev.sidetone.ui.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.phone.PhoneState.DeviceNames;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class WantedDeviceTest {
    private final ObservableList<String> list = FXCollections.observableArrayList(SoundModel.DEFAULT);
    private final StringProperty chosen = new SimpleStringProperty(SoundModel.DEFAULT);
    private final WantedDevice device = new WantedDevice(list, chosen);

    @Test
    void aChosenDeviceThatIsPulledOutGivesWayToTheDefaultAndIsChosenAgainWhenItIsBack() {
        device.list(List.of("Built-in", "Headset"), false);
        chosen.set("Headset");
        device.list(List.of("Built-in"), false);
        assertThat(chosen.get()).isEqualTo(SoundModel.DEFAULT);
        assertThat(list).containsExactly(SoundModel.DEFAULT, "Built-in");

        device.list(List.of("Headset", "Built-in"), false);
        assertThat(chosen.get()).isEqualTo("Headset");
        assertThat(list).containsExactly(SoundModel.DEFAULT, "Headset", "Built-in");
    }

    @Test
    void whoChoseAnotherMeanwhileKeepsThat() {
        device.list(List.of("Built-in", "Headset"), false);
        chosen.set("Headset");
        device.list(List.of("Built-in"), false);
        chosen.set("Built-in");
        device.list(List.of("Built-in", "Headset"), false);

        assertThat(chosen.get()).isEqualTo("Built-in");
    }

    @Test
    void inACallItStaysChosenAndNoOtherIsChosenOnTheWay() {
        device.list(List.of("Built-in", "Headset"), true);
        chosen.set("Headset");
        List<String> seen = new ArrayList<>();
        chosen.addListener((property, before, now) -> seen.add(now));
        device.list(List.of("Built-in"), true);
        device.list(List.of("Other", "Built-in", "Headset"), true);
        assertThat(seen).isEmpty();

        device.list(List.of("Other"), false);
        assertThat(seen).containsExactly(SoundModel.DEFAULT);
    }

    @Test
    void aMachineWithoutDevicesIsToldWhatThatMeans() {
        assertThat(AbsentDevices.words(new DeviceNames(List.of(), List.of())))
                .startsWith("No microphone and no speaker");
        assertThat(AbsentDevices.words(new DeviceNames(List.of("M"), List.of())))
                .startsWith("No speaker");
        assertThat(AbsentDevices.words(new DeviceNames(List.of(), List.of("S"))))
                .startsWith("No microphone");
        assertThat(AbsentDevices.words(new DeviceNames(List.of("M"), List.of("S"))))
                .isEmpty();
    }
}
