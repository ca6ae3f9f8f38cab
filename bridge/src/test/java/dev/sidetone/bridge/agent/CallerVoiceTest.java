package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Mulaw;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When the caller speaks, by ear alone. */
class CallerVoiceTest {
    private static final int FRAME = 160;

    private final CallerVoice ear = new CallerVoice(500);
    private final Random random = new Random(1);

    @Test
    void speechBeginsAtOnceAndEndsAfterHalfASecond() {
        assertThat(frames(100, 0)).isZero();
        assertThat(frames(40, 6_000)).isEqualTo(1);
        assertThat(ear.isSpeaking()).isTrue();
        assertThat(frames(24, 0)).isZero();
        assertThat(frames(10, 0)).isEqualTo(1);
        assertThat(ear.isSpeaking()).isFalse();
        assertThat(ear.silentMs()).isBetween(660L, 700L);
    }

    @Test
    void aClickIsNoSpeech() {
        assertThat(frames(2, 6_000) + frames(50, 0)).isZero();
    }

    @Test
    void aNoisyLineIsNotACallerForLong() {
        frames(250, 300);
        assertThat(ear.isSpeaking()).isFalse();
        frames(10, 8_000);
        assertThat(ear.isSpeaking()).isTrue();
        frames(60, 300);
        assertThat(ear.isSpeaking()).isFalse();
    }

    /** The number of times at which the caller began or stopped. */
    private int frames(int number, int peak) {
        int changes = 0;
        for (int i = 0; i < number; i++) {
            short[] samples = new short[FRAME];
            for (int at = 0; at < FRAME && peak > 0; at++) {
                samples[at] = (short) (random.nextInt(2 * peak) - peak);
            }
            byte[] mulaw = new byte[FRAME];
            Mulaw.encode(samples, mulaw);
            changes += ear.hear(mulaw, FRAME) ? 1 : 0;
        }
        return changes;
    }
}
