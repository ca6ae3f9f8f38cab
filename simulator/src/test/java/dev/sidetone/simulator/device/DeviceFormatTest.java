package dev.sidetone.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceFormatTest {
    @Test
    void theBufferIsFortyMillisecondsAtEveryRate() {
        assertThat(new DeviceFormat(8_000, 1).bufferBytes()).isEqualTo(640);
        assertThat(new DeviceFormat(48_000, 1).bufferBytes()).isEqualTo(3_840);
        assertThat(new DeviceFormat(48_000, 2).bufferBytes()).isEqualTo(7_680);
        for (DeviceFormat format : DeviceFormat.PREFERRED) {
            assertThat(format.bufferBytes() / format.chunkBytes()).isEqualTo(16);
            assertThat(format.chunkBytes() % format.bytesPerSample()).isZero();
        }
    }

    @Test
    void oneChannelGoesOutOnBothAndTwoComeInAsTheirMiddle() {
        DeviceFormat stereo = new DeviceFormat(48_000, 2);
        assertThat(stereo.fromMono(new short[] {0x0102, -2})).containsExactly(2, 1, 2, 1, 0xFE, 0xFF, 0xFE, 0xFF);
        byte[] leftOnly = {100, 0, 0, 0, (byte) 0x00, (byte) 0x80, 0, (byte) 0x80};
        assertThat(stereo.toMono(leftOnly, 8)).containsExactly(50, Short.MIN_VALUE);
    }

    @Test
    void samplesOfOneChannelComeBackAsTheyWere() {
        DeviceFormat mono = new DeviceFormat(8_000, 1);
        short[] samples = {0, 1, -1, Short.MAX_VALUE, Short.MIN_VALUE, 0x00FF, (short) 0xFF00};
        assertThat(mono.toMono(mono.fromMono(samples), 14)).isEqualTo(samples);
    }
}
