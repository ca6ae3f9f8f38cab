package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LineFrameTest {
    @Test
    void aFrameIsAHundredAndSixtyBytesAndNothingElse() {
        assertThatThrownBy(() -> LineFrame.of(new byte[159])).hasMessage("a line frame has 160 bytes, not 159");
        assertThatThrownBy(() -> LineFrame.ofPcm(new short[161])).hasMessage("a line frame has 160 bytes, not 161");
    }

    @Test
    void whatIsHandedOutCannotChangeTheFrame() {
        LineFrame frame = LineFrame.of(codes());
        Arrays.fill(frame.mulaw(), (byte) 1);
        assertThat(frame.mulaw()).isEqualTo(codes());
    }

    @Test
    void framesOfTheSameSoundAreEqual() {
        assertThat(LineFrame.of(codes())).isEqualTo(LineFrame.of(codes())).hasSameHashCodeAs(LineFrame.of(codes()));
        assertThat(LineFrame.of(codes())).isNotEqualTo(LineFrame.SILENCE);
        assertThat(LineFrame.ofPcm(new short[160])).isEqualTo(LineFrame.SILENCE);
    }

    @Test
    void aFrameGoesToLinearAndBack() {
        LineFrame frame = LineFrame.of(codes());
        short[] samples = new short[160];
        frame.toPcm(samples);
        assertThat(LineFrame.ofPcm(samples)).isEqualTo(frame);
        assertThat(frame.code(3)).isEqualTo(codes()[3]);
    }

    @Test
    void eachHalfHasItsOwnLevel() {
        byte[] codes = LineFrame.SILENCE.mulaw();
        Arrays.fill(codes, 80, 160, (byte) 0x80);
        LineFrame frame = LineFrame.of(codes);
        assertThat(frame.dbm0(0)).isEqualTo(SpeechEnergy.FLOOR_DBM0);
        assertThat(frame.dbm0(1)).isGreaterThan(6f);
    }

    /** All codes that come back as themselves. */
    private static byte[] codes() {
        byte[] codes = new byte[160];
        for (int i = 0; i < 160; i++) {
            codes[i] = (byte) (i + 0x80);
        }
        return codes;
    }
}
