package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class AlawTest {
    @Test
    void everyCodeComesBackAsItWas() {
        for (int code = 0; code < 256; code++) {
            assertThat(Alaw.encode(Alaw.decode((byte) code))).isEqualTo((byte) code);
        }
    }

    @Test
    void everyCodeIsWhatTheJdkTakesItFor() throws IOException {
        byte[] codes = new byte[256];
        for (int code = 0; code < 256; code++) {
            codes[code] = (byte) code;
        }
        javax.sound.sampled.AudioFormat alaw =
                new javax.sound.sampled.AudioFormat(Encoding.ALAW, 8_000, 8, 1, 1, 8_000, false);
        try (AudioInputStream in = new AudioInputStream(new ByteArrayInputStream(codes), alaw, codes.length);
                AudioInputStream linear = AudioSystem.getAudioInputStream(Encoding.PCM_SIGNED, in)) {
            byte[] bytes = linear.readAllBytes();
            for (int code = 0; code < 256; code++) {
                int expected = (short) ((bytes[2 * code] & 0xFF) | (bytes[2 * code + 1] << 8));
                assertThat((int) Alaw.decode((byte) code)).as("code " + code).isEqualTo(expected);
            }
        }
    }
}
