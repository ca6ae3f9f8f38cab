package dev.sidetone.bench.bridges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.AudioFormat;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.audio.Transcoder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whether the load notices what a bridge does to the sound. */
class LoadSoundTest {
    private static final int FRAME = 160;
    private static final int FRAMES = 200;

    @Test
    void everyByteThatPassesUnchangedIsChecked() {
        LoadSound sound = new LoadSound(LoadFlavour.MULAW, 0, 0);
        byte[] frame = new byte[FRAME];
        sound.line(50 * FRAME, frame, FRAME);
        assertThat(sound.wrongOnLine(50 * FRAME, frame, FRAME)).isZero();
        assertThat(sound.wrongAtAgent(50 * FRAME, frame, 0, FRAME)).isZero();
        assertThat(sound.wrongOnLine(51 * FRAME, frame, FRAME)).isGreaterThan(FRAME / 2);
        frame[17]++;
        assertThat(sound.wrongOnLine(50 * FRAME, frame, FRAME)).isEqualTo(1);
        assertThat(sound.wrongAtAgent(50 * FRAME, frame, 0, FRAME)).isEqualTo(1);
    }

    @Test
    void soundThatIsResampledIsRightBothWays() {
        assertThat(throughFilter(LoadFlavour.OMNI, 48, 16, -1)).containsExactly(0, 0);
        assertThat(throughFilter(LoadFlavour.OMNI8, 0, 0, -1)).containsExactly(0, 0);
    }

    @Test
    void aFrameThatIsLostOnTheWayIsNoticedAlsoWhereSoundIsResampled() {
        for (int wrong : throughFilter(LoadFlavour.OMNI, 48, 16, 100)) {
            assertThat(wrong).isGreaterThan(100);
        }
        for (int wrong : throughFilter(LoadFlavour.OMNI8, 0, 0, 100)) {
            assertThat(wrong).isGreaterThan(100);
        }
    }

    /** The numbers of wrong samples at the agent and on the line, where one frame is left out. */
    private static int[] throughFilter(LoadFlavour flavour, int upDelay, int downDelay, int lost) {
        LoadSound sound = new LoadSound(flavour, upDelay, downDelay);
        Transcoder up = new Transcoder(AudioFormat.pcm16(flavour.rateHz));
        Transcoder down = new Transcoder(AudioFormat.pcm16(flavour.rateHz));
        int[] wrong = new int[2];
        byte[] buffer = new byte[FRAME * 6];
        long received = 0;
        for (int i = 0; i < FRAMES; i++) {
            if (i == lost) {
                continue;
            }
            sound.line((long) i * FRAME, buffer, FRAME);
            byte[] atAgent = up.toWire(MulawChunk.of(Arrays.copyOf(buffer, FRAME)));
            wrong[0] += sound.wrongAtAgent(received, atAgent, 0, atAgent.length);
            int bytes = sound.wire((long) i * FRAME, buffer, FRAME);
            byte[] onLine = down.toLine(Arrays.copyOf(buffer, bytes)).decode();
            wrong[1] += sound.wrongOnLine(received, onLine, onLine.length);
            received += FRAME;
        }
        return wrong;
    }
}
