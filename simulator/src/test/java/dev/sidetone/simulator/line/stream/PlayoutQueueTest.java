package dev.sidetone.simulator.line.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlayoutQueueTest {
    private final PlayoutQueue queue = new PlayoutQueue();
    private final List<String> reached = new ArrayList<>();
    private final byte[] frame = new byte[160];

    @Test
    void bytesComeOutInTheOrderTheyWentIn() {
        queue.add(bytes(1, 100));
        queue.add(bytes(2, 100));

        assertThat(take()).isEqualTo(160);
        assertThat(Arrays.copyOf(frame, 100)).containsOnly(1);
        assertThat(Arrays.copyOfRange(frame, 100, 160)).containsOnly(2);
        assertThat(queue.queuedBytes()).isEqualTo(40);
    }

    @Test
    void aRemainderIsPaddedWithSilence() {
        queue.add(bytes(5, 3));

        assertThat(take()).isEqualTo(3);
        assertThat(Arrays.copyOf(frame, 3)).containsOnly(5);
        assertThat(Arrays.copyOfRange(frame, 3, 160)).containsOnly(0xFF);
    }

    @Test
    void marksWaitUpToALimit() {
        queue.add(bytes(5, 160));
        for (int i = 0; i < PlayoutQueue.MOST_MARKS; i++) {
            assertThat(queue.mark("m", reached::add)).isTrue();
        }
        assertThat(queue.mark("one more", reached::add)).isFalse();
        queue.clear(reached::add);
        assertThat(reached).hasSize(PlayoutQueue.MOST_MARKS).doesNotContain("one more");

        reached.clear();
        queue.add(bytes(5, 160));
        assertThat(queue.mark("x".repeat(PlayoutQueue.MOST_MARK_CHARS), reached::add))
                .isTrue();
        assertThat(queue.mark("y", reached::add)).isFalse();
        queue.clear(reached::add);
        queue.add(bytes(5, 160));
        assertThat(queue.mark("y", reached::add)).isTrue();
    }

    @Test
    void anEmptyQueuePlaysSilence() {
        assertThat(take()).isZero();
        assertThat(frame).containsOnly(0xFF);
    }

    @Test
    void aMarkWithNothingBeforeItIsReachedAtOnce() {
        queue.mark("now", reached::add);

        assertThat(reached).containsExactly("now");
        assertThat(queue.pendingMarks()).isZero();
    }

    @Test
    void aMarkIsReachedWhenTheLastByteBeforeItHasBeenPlayed() {
        queue.add(bytes(1, 160));
        queue.mark("first", reached::add);
        queue.add(bytes(1, 1));
        queue.mark("second", reached::add);
        take();
        assertThat(reached).isEmpty();

        take();
        assertThat(reached).containsExactly("first");
        take();
        assertThat(reached).containsExactly("first", "second");
    }

    @Test
    void aMarkBehindSoundThatIsBeingHeardWaitsForItsEnd() {
        queue.add(bytes(1, 160));
        take();
        queue.mark("behind", reached::add);
        assertThat(reached).isEmpty();
        assertThat(queue.isIdle()).isFalse();
        take();
        assertThat(reached).containsExactly("behind");
        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void aMarkOneByteInsideTheNextFrameWaitsForIt() {
        queue.add(bytes(1, 161));
        queue.mark("late", reached::add);

        take();
        take();
        assertThat(reached).isEmpty();
        take();
        assertThat(reached).containsExactly("late");
    }

    @Test
    void marksOfOneFrameKeepTheirOrderAlsoWithOneName() {
        queue.add(bytes(1, 50));
        queue.mark("same", reached::add);
        queue.mark("other", reached::add);
        queue.add(bytes(1, 50));
        queue.mark("same", reached::add);

        take();
        take();

        assertThat(reached).containsExactly("same", "other", "same");
    }

    @Test
    void clearReturnsEveryPendingMarkInOrderAndPlaysNothingMore() {
        queue.add(bytes(1, 320));
        queue.mark("a", reached::add);
        queue.add(bytes(1, 320));
        queue.mark("b", reached::add);
        take();
        List<String> returned = new ArrayList<>();

        assertThat(queue.clear(returned::add)).isEqualTo(480);

        assertThat(returned).containsExactly("a", "b");
        assertThat(take()).isZero();
        assertThat(reached).isEmpty();
    }

    @Test
    void clearOfAnEmptyQueueReturnsNothing() {
        assertThat(queue.clear(reached::add)).isZero();
        assertThat(reached).isEmpty();
    }

    @Test
    void audioAndMarksAfterAClearPlayAsBefore() {
        queue.add(bytes(1, 1000));
        queue.clear(reached::add);
        queue.mark("at once", reached::add);
        queue.add(bytes(2, 160));
        queue.mark("later", reached::add);

        assertThat(reached).containsExactly("at once");
        assertThat(take()).isEqualTo(160);
        assertThat(frame).containsOnly(2);
        take();
        assertThat(reached).containsExactly("at once", "later");
    }

    @Test
    void tenMinutesFitAndNotOneByteMore() {
        assertThat(queue.add(new byte[PlayoutQueue.MOST_BYTES - 10])).isZero();
        assertThat(queue.add(new byte[15])).isEqualTo(5);
        assertThat(queue.add(new byte[1])).isEqualTo(1);
        assertThat(queue.queuedBytes()).isEqualTo(PlayoutQueue.MOST_BYTES);
        take();
        assertThat(queue.add(new byte[160])).isZero();
    }

    @Test
    void whatIsDroppedAtTheBrimDoesNotMoveTheMarkBehindIt() {
        queue.add(new byte[PlayoutQueue.MOST_BYTES]);
        queue.add(new byte[1000]);
        queue.mark("end", reached::add);

        for (int i = 0; i < PlayoutQueue.MOST_BYTES / 160; i++) {
            take();
        }
        assertThat(reached).isEmpty();
        take();
        assertThat(reached).containsExactly("end");
    }

    @Test
    void anyMixtureOfSizesComesOutAsOneStream() {
        Random dice = new Random(3);
        byte[] all = new byte[2_000_000];
        dice.nextBytes(all);
        byte[] played = new byte[all.length];
        int in = 0;
        int out = 0;
        while (out < all.length) {
            int bytes = Math.min(dice.nextInt(3_000), all.length - in);
            queue.add(Arrays.copyOfRange(all, in, in + bytes));
            in += bytes;
            for (int i = dice.nextInt(9); i > 0 && out < all.length; i--) {
                int taken = take();
                System.arraycopy(frame, 0, played, out, taken);
                out += taken;
            }
        }
        assertThat(played).isEqualTo(all);
    }

    private int take() {
        return queue.take(frame, reached::add);
    }

    private static byte[] bytes(int value, int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
