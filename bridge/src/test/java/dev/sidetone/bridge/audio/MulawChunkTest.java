package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MulawChunkTest {
    @Test
    void itsBytesAreCountedWithoutDecoding() {
        for (int length = 0; length < 10; length++) {
            String base64 = MulawChunk.of(new byte[length]).base64();
            assertThat(MulawChunk.ofBase64(base64)).isEqualTo(new MulawChunk(base64, length));
        }
    }

    @Test
    void itGivesBackWhatWentIn() {
        byte[] sound = {0, 1, (byte) 0xFF, 0x7F, (byte) 0x80};
        assertThat(MulawChunk.of(sound).decode()).isEqualTo(sound);
    }

    @Test
    void eightBytesLastAMillisecond() {
        assertThat(MulawChunk.of(new byte[1_000]).ms()).isEqualTo(125);
    }

    @Test
    void textThatIsNotBase64IsRefusedWhenItIsDecoded() {
        MulawChunk broken = MulawChunk.ofBase64("%%%%");
        assertThatThrownBy(broken::decode).isInstanceOf(IllegalArgumentException.class);
    }
}
