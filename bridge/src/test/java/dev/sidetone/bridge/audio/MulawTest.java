package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MulawTest {
    @Test
    void theKeyCodesOfTheStandardMeanWhatItSays() {
        assertThat(Mulaw.decode((byte) 0xFF)).isZero();
        assertThat(Mulaw.decode((byte) 0x7F)).isZero();
        assertThat(Mulaw.decode((byte) 0x80)).isEqualTo((short) 32124);
        assertThat(Mulaw.decode((byte) 0x00)).isEqualTo((short) -32124);
        assertThat(Mulaw.decode((byte) 0xFE)).isEqualTo((short) 8);
        assertThat(Mulaw.decode((byte) 0xF0)).isEqualTo((short) 120);
        assertThat(Mulaw.decode((byte) 0xEF)).isEqualTo((short) 132);
    }

    @Test
    void everyCodeButNegativeZeroComesBackAsItself() {
        for (int code = 0; code < 256; code++) {
            int again = Mulaw.encode(Mulaw.decode((byte) code)) & 0xFF;
            assertThat(again).isEqualTo(code == 0x7F ? 0xFF : code);
        }
    }

    @Test
    void aSampleIsOffByAtMostHalfAStepOfItsSegment() {
        for (int sample = -32_635; sample <= 32_635; sample++) {
            int error = Math.abs(Mulaw.decode(Mulaw.encode((short) sample)) - sample);
            int step = 8 << (24 - Integer.numberOfLeadingZeros(Math.abs(sample) + 132));
            assertThat(error).as("at %d", sample).isLessThanOrEqualTo(step / 2);
        }
    }

    @Test
    void theLoudestSamplesAreClipped() {
        assertThat(Mulaw.encode(Short.MAX_VALUE)).isEqualTo((byte) 0x80);
        assertThat(Mulaw.encode(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
    }

    @Test
    void arraysAreCodedSampleBySample() {
        short[] samples = {0, 8, -8, 32124};
        byte[] codes = new byte[4];
        Mulaw.encode(samples, codes);
        assertThat(codes).containsExactly(0xFF, 0xFE, 0x7E, 0x80);
        short[] back = new short[4];
        Mulaw.decode(codes, back);
        assertThat(back).isEqualTo(samples);
    }
}
