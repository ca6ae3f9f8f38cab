package dev.sidetone.bridge.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.MulawChunk;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The caller's last audio in bytes is what a list of its chunks would be. */
class HeardFramesTest {
    private final HeardFrames heard = new HeardFrames();
    private final ArrayDeque<MulawChunk> expected = new ArrayDeque<>();
    private final Random random = new Random(3);

    @Test
    void framesOfTheLineAreKeptInOrderUpToTheMost() {
        for (int i = 0; i < 3_000; i++) {
            add(160, i % 1_000 < 500 ? 50 : 500);
            assertThat(heard.all()).hasSameSizeAs(expected);
        }
        assertThat(heard.all()).isEqualTo(List.copyOf(expected));
        trim(50);
        assertThat(heard.all()).isEqualTo(List.copyOf(expected));
    }

    @Test
    void chunksOfAnyLengthAreKeptToo() {
        for (int i = 0; i < 2_000; i++) {
            add(random.nextInt(400), 1 + random.nextInt(120));
            if (i % 7 == 0) {
                trim(random.nextInt(60));
            }
            assertThat(heard.all()).isEqualTo(List.copyOf(expected));
        }
        add(100_000, 500);
        add(0, 500);
        assertThat(heard.all()).isEqualTo(List.copyOf(expected));
    }

    private void add(int length, int most) {
        byte[] sound = new byte[length];
        random.nextBytes(sound);
        MulawChunk chunk = MulawChunk.of(sound);
        expected.addLast(chunk);
        heard.add(chunk, most);
        cut(most);
    }

    private void trim(int most) {
        heard.trim(most);
        cut(most);
    }

    private void cut(int most) {
        while (expected.size() > most) {
            expected.removeFirst();
        }
    }
}
