package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpeechEnergyTest {
    /** ITU-T G.711, table 6: one period of a 1 kHz sine at 0 dBm0, as codes. */
    private static final int[] DIGITAL_MILLIWATT = {0x1E, 0x0B, 0x0B, 0x1E, 0x9E, 0x8B, 0x8B, 0x9E};

    @Test
    void theStandardsDigitalMilliwattReadsZero() {
        byte[] tone = new byte[SpeechEnergy.WINDOW];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (byte) DIGITAL_MILLIWATT[i % 8];
        }
        assertThat(SpeechEnergy.dbm0(tone, 0, tone.length)).isCloseTo(0f, within(0.2f));
    }

    @Test
    void halfTheAmplitudeIsSixDecibelsLess() {
        assertThat(level(16_000) - level(8_000)).isCloseTo(6.02f, within(0.1f));
    }

    @Test
    void silenceOfEitherSignReadsTheFloor() {
        byte[] codes = new byte[SpeechEnergy.WINDOW];
        Arrays.fill(codes, 0, 40, (byte) 0x7F);
        Arrays.fill(codes, 40, 80, Mulaw.SILENCE);
        assertThat(SpeechEnergy.dbm0(codes, 0, codes.length)).isEqualTo(SpeechEnergy.FLOOR_DBM0);
    }

    @Test
    void onlyTheWindowCounts() {
        byte[] codes = new byte[3 * SpeechEnergy.WINDOW];
        Arrays.fill(codes, Mulaw.SILENCE);
        Arrays.fill(codes, 80, 160, (byte) 0x80);
        assertThat(SpeechEnergy.isAudible(SpeechEnergy.dbm0(codes, 0, 80))).isFalse();
        assertThat(SpeechEnergy.isAudible(SpeechEnergy.dbm0(codes, 80, 80))).isTrue();
        assertThat(SpeechEnergy.isAudible(SpeechEnergy.dbm0(codes, 160, 80))).isFalse();
    }

    @Test
    void exactlyAtTheThresholdIsNotYetAudible() {
        assertThat(SpeechEnergy.isAudible(SpeechEnergy.AUDIBLE_DBM0)).isFalse();
        assertThat(SpeechEnergy.isAudible(Math.nextUp(SpeechEnergy.AUDIBLE_DBM0)))
                .isTrue();
    }

    private static float level(int amplitude) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (amplitude * Math.sin(2 * Math.PI * 430 * i / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples).dbm0(1);
    }
}
