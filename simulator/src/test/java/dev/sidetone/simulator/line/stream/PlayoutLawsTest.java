package dev.sidetone.simulator.line.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds of the playout queue whatever a server does, over many seeds. A failure names its seed and its step: run that one alone.
 */
class PlayoutLawsTest {
    private static final int SEEDS = 100;
    private static final int STEPS = 400;
    private static final byte[] ANYTHING = anything();
    private static final byte[] SILENCE = silence();

    /** All that was queued, of which a part can be had without copying the whole. */
    private static final class Sent extends ByteArrayOutputStream {
        byte[] part(int from, int bytes) {
            return Arrays.copyOfRange(buf, from, from + bytes);
        }
    }

    /** A server that cannot make up its mind: chunks of any size, marks, clears and ticks in any order. */
    private static final class Server {
        final PlayoutQueue queue = new PlayoutQueue();
        final Random dice;
        final int largest;
        final Sent sent = new Sent();
        final List<String> marksIn = new ArrayList<>();
        final List<Long> marksAfter = new ArrayList<>();
        final List<String> marksOut = new ArrayList<>();
        long heard;
        long discarded;
        long refused;
        /** The bytes of the frame that is being heard count as played when the next tick comes. */
        long played;

        Server(long seed, int largest) {
            this.dice = new Random(seed);
            this.largest = largest;
        }

        void step(String at) {
            switch (dice.nextInt(8)) {
                case 0, 1, 2 -> media(dice.nextInt(4) == 0 ? 0 : dice.nextInt(largest));
                case 3, 4 -> mark();
                case 5, 6 -> tick(at);
                default -> {
                    if (dice.nextInt(4) == 0) {
                        clear(at);
                    }
                }
            }
            assertThat(queue.queuedBytes()).as(at).isBetween(0, PlayoutQueue.MOST_BYTES);
            assertThat(sent.size())
                    .as(at + ": in = heard + discarded + waiting")
                    .isEqualTo(heard + discarded + queue.queuedBytes());
            assertThat(queue.pendingMarks()).as(at).isEqualTo(marksIn.size() - marksOut.size());
        }

        void media(int bytes) {
            int from = dice.nextInt(ANYTHING.length - bytes);
            byte[] chunk = Arrays.copyOfRange(ANYTHING, from, from + bytes);
            int lost = queue.add(chunk);
            refused += lost;
            sent.write(chunk, 0, bytes - lost);
        }

        void mark() {
            String name = dice.nextInt(3) == 0 ? "same" : "mark " + marksIn.size();
            marksIn.add(name);
            marksAfter.add((long) sent.size());
            queue.mark(name, marksOut::add);
        }

        void tick(String at) {
            byte[] frame = new byte[160];
            int before = marksOut.size();
            played = heard + discarded;
            int taken = queue.take(frame, marksOut::add);
            long from = heard + discarded;
            byte[] expected = sent.part((int) from, taken);
            assertThat(Arrays.copyOf(frame, taken)).as(at + ": order kept").isEqualTo(expected);
            assertThat(Arrays.copyOfRange(frame, taken, frame.length))
                    .as(at + ": silence behind it")
                    .isEqualTo(Arrays.copyOf(SILENCE, frame.length - taken));
            heard += taken;
            for (int i = before; i < marksOut.size(); i++) {
                assertThat(marksAfter.get(i))
                        .as(at + ": a mark after its audio")
                        .isLessThanOrEqualTo(played);
            }
            if (marksOut.size() < marksIn.size()) {
                assertThat(marksAfter.get(marksOut.size()))
                        .as(at + ": and not a tick later")
                        .isGreaterThan(played);
            }
        }

        void clear(String at) {
            discarded += queue.clear(marksOut::add);
            assertThat(queue.queuedBytes()).as(at + ": nothing waits").isZero();
            assertThat(marksOut).as(at + ": every mark is back").isEqualTo(marksIn);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 161, 700, 4_000, 300_000})
    void whateverComesIsHeardOrDiscardedInOrderAndEveryMarkComesBack(int largest) {
        for (long seed = 0; seed < SEEDS / (largest > 10_000 ? 10 : 1); seed++) {
            Server server = new Server(seed, largest);
            for (int step = 0; step < STEPS; step++) {
                server.step("largest " + largest + ", seed " + seed + ", step " + step);
            }
            String atEnd = "largest " + largest + ", seed " + seed + ", at the end";
            while (!server.queue.isIdle()) {
                server.tick(atEnd);
            }
            assertThat(server.marksOut).as(atEnd).isEqualTo(server.marksIn);
            assertThat(server.heard + server.discarded).as(atEnd).isEqualTo(server.sent.size());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aServerThatNeverStopsIsHeldAtTenMinutes(long seed) {
        Server server = new Server(seed, 1);
        long offered = 0;
        while (server.refused == 0) {
            int bytes = server.dice.nextInt(400_000);
            offered += bytes;
            server.media(bytes);
            if (server.dice.nextInt(3) == 0) {
                server.mark();
            }
        }

        assertThat(server.queue.queuedBytes()).isEqualTo(PlayoutQueue.MOST_BYTES);
        assertThat(server.refused).isEqualTo(offered - PlayoutQueue.MOST_BYTES);
        server.clear("seed " + seed);
        assertThat(server.discarded).isEqualTo(PlayoutQueue.MOST_BYTES);
    }

    private static byte[] anything() {
        byte[] bytes = new byte[1 << 20];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] silence() {
        byte[] codes = new byte[160];
        Arrays.fill(codes, (byte) 0xFF);
        return codes;
    }
}
