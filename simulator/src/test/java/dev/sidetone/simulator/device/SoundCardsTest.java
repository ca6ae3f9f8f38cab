package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.FakeSoundSystem.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoundCardsTest {
    private final FakeSoundSystem machine = new FakeSoundSystem("Built-in [plughw:0]", "USB Headset [plughw:1]", "USB");
    private final SoundCards devices = new SoundCards(machine);

    @Test
    void aDeviceIsFoundByItsNameOrAnyPartOfIt() throws DeviceProblem {
        devices.openMicrophone("USB").close();
        devices.openMicrophone("headset").close();
        devices.openSpeaker("built-IN").close();
        devices.openSpeaker(null).close();
        assertThat(machine.opened())
                .containsExactly("USB", "USB Headset [plughw:1]", "Built-in [plughw:0]", "the default");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        DeviceProblem problem = refusal("Bluetooth");
        assertThat(problem.kind()).isEqualTo(Kind.MISSING);
        assertThat(problem)
                .hasMessage("The microphone \"Bluetooth\" is not there. There are: Built-in [plughw:0], "
                        + "USB Headset [plughw:1], USB (--mic).");
    }

    @Test
    void aNameForSeveralDevicesIsAnsweredWithThose() {
        DeviceProblem problem = refusal("plughw");
        assertThat(problem.kind()).isEqualTo(Kind.AMBIGUOUS);
        assertThat(problem.what())
                .isEqualTo("The microphone \"plughw\" could be Built-in [plughw:0] or USB Headset [plughw:1].");
    }

    @Test
    void aCardWithoutTheLinesRateIsOpenedAtOneItHas() throws DeviceProblem {
        machine.only(new DeviceFormat(48_000, 2));
        devices.openMicrophone(null).close();
        assertThat(machine.lastFormat()).isEqualTo(new DeviceFormat(48_000, 2));
        machine.only(new DeviceFormat(44_100, 2));
        devices.openSpeaker(null).close();
        assertThat(machine.lastFormat()).isEqualTo(new DeviceFormat(44_100, 2));
    }

    @Test
    void everyRefusalOfTheSoundSystemBecomesAProblemWithACure() {
        for (Refusal refusal : Refusal.values()) {
            machine.refuse(refusal);
            DeviceProblem problem = refusal(null);
            assertThat(problem.kind()).isEqualTo(refusal.meaning);
            assertThat(problem.what()).startsWith("The microphone ").endsWith(".");
            assertThat(problem.cure()).endsWith(".");
        }
    }

    @Test
    void aMachineWithoutSoundListsNothingAndSaysSo() {
        machine.refuse(Refusal.NO_SOUND_IN_THIS_JAVA);
        assertThat(devices.microphones()).isEmpty();
        assertThat(devices.speakers()).isEmpty();
        assertThatThrownBy(() -> devices.openSpeaker("USB"))
                .hasMessage("The speaker \"USB\" is not there. This machine has none (--speaker).");
    }

    private DeviceProblem refusal(@Nullable String name) {
        DeviceProblem problem = catchThrowableOfType(DeviceProblem.class, () -> devices.openMicrophone(name));
        assertThat(problem).isNotNull();
        return problem;
    }

    @Test
    void twoVoicesAreHeardOneOnEachSideAndMixedWhereThereIsOneChannel() throws DeviceProblem {
        devices.openStereo("headset").close();
        assertThat(machine.lastFormat()).isEqualTo(new DeviceFormat(48_000, 2));
        machine.only(new DeviceFormat(8_000, 1));
        devices.openStereo(null).close();
        assertThat(machine.opened()).containsExactly("USB Headset [plughw:1]", "the default");

        short[] left = {1000, 32_000};
        short[] right = {-300, 5000};
        assertThat(new DeviceFormat(8_000, 2).fromStereo(left, right))
                .containsExactly(
                        new byte[] {(byte) 0xE8, 0x03, (byte) 0xD4, (byte) 0xFE, 0x00, 0x7D, (byte) 0x88, 0x13});
        assertThat(new DeviceFormat(8_000, 1).fromStereo(left, right))
                .containsExactly(new byte[] {(byte) 0xBC, 0x02, (byte) 0xFF, 0x7F});
    }

    @Test
    void aStereoCardThatIsPulledOutIsAProblem() throws DeviceProblem {
        FakeDeviceLine card = FakeDeviceLine.output(new DeviceFormat(16_000, 2));
        StereoLine line = new CardStereoLine(card, DeviceProblems.of(SoundSystem.DeviceType.SPEAKER, null));
        line.play(new short[160], new short[160]);
        assertThat(card.played()).hasSizeBetween(280, 320);

        card.unplug();
        assertThatThrownBy(() -> line.play(new short[160], new short[160])).isInstanceOf(DeviceProblem.class);
    }
}
