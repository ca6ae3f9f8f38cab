package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallTimelineTest {
    private static final long MS = 1_000_000L;

    private final List<Fact> told = new ArrayList<>();

    @Test
    void factsOfSeveralProducersAreToldInTheOrderOfTheirStamps() {
        CallTimeline timeline = listenedTo(Spool.NONE);
        timeline.add(note(30, "third"));
        timeline.add(note(10, "first"));
        timeline.add(note(20, "second"));

        timeline.pump(200 * MS);

        assertThat(told).extracting(Fact::atNs).containsExactly(10 * MS, 20 * MS, 30 * MS);
    }

    @Test
    void factsOfEqualStampsKeepTheOrderInWhichTheyCame() {
        CallTimeline timeline = listenedTo(Spool.NONE);
        for (int i = 0; i < 20; i++) {
            timeline.add(note(10, "note " + i));
        }

        timeline.pump(200 * MS);

        assertThat(told).hasSize(20);
        assertThat(told).element(7).isEqualTo(note(10, "note 7"));
        assertThat(told).element(19).isEqualTo(note(10, "note 19"));
    }

    @Test
    void aListenerThatBreaksHearsNoMoreAndTheRecordGoesOn() {
        CallTimeline timeline = listenedTo(Spool.NONE);
        List<Fact> before = new ArrayList<>();
        timeline.listen(fact -> {
            before.add(fact);
            throw new IllegalStateException("on purpose");
        });
        timeline.add(note(10, "first"));
        timeline.add(note(20, "second"));

        timeline.pump(200 * MS);

        assertThat(told).hasSize(2);
        assertThat(before).hasSize(1);
    }

    @Test
    void aFactWaitsForOthersThatMayHaveHappenedBefore() {
        CallTimeline timeline = listenedTo(Spool.NONE);
        timeline.add(note(50, "waits"));

        timeline.pump(149 * MS);
        assertThat(told).isEmpty();

        timeline.pump(150 * MS);
        assertThat(told).hasSize(1);
    }

    @Test
    void closingFoldsWhatStillWaitsAndDropsWhatComesLater() {
        CallTimeline timeline = listenedTo(Spool.NONE);
        timeline.add(new Fact.KeyPressed(50 * MS, '7'));
        CallResult result = timeline.close(51 * MS);
        timeline.add(new Fact.KeyPressed(52 * MS, '8'));

        assertThat(result.dtmf()).extracting(CallResult.Key::digit).containsExactly("7");
        assertThat(timeline.close(53 * MS)).isEqualTo(result);
        assertThat(timeline.resultSoFar()).isEqualTo(result);
    }

    @Test
    void nothingIsLostWhenManyThreadsAddAtOnce() throws InterruptedException {
        CallTimeline timeline = listenedTo(Spool.NONE);
        int threads = 4;
        int each = 5_000;
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> producers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            Thread producer = new Thread(() -> {
                awaitQuietly(go);
                for (int i = 0; i < each; i++) {
                    timeline.add(note(i, "x"));
                }
            });
            producer.start();
            producers.add(producer);
        }
        go.countDown();
        for (Thread producer : producers) {
            producer.join();
        }

        timeline.close(0);

        assertThat(told).hasSize(threads * each);
        assertThat(told).isSortedAccordingTo((one, other) -> Long.compare(one.atNs(), other.atNs()));
    }

    @Test
    void aDiskThatFailsIsToldOnceAndTheCallGoesOn() {
        CallTimeline timeline = listenedTo(new Spool() {
            @Override
            public void write(Fact fact) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        timeline.add(note(10, "first"));
        timeline.add(new Fact.KeyPressed(20 * MS, '5'));

        CallResult result = timeline.close(300 * MS);

        assertThat(told)
                .filteredOn(Fact.Noted.class::isInstance)
                .extracting(fact -> ((Fact.Noted) fact).text())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("No space left on device", "the call goes on"));
        assertThat(result.dtmf()).hasSize(1);
    }

    @Test
    void theScreenSeesNumbersWhileTheCallRuns() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        FakeCall.into(timeline)
                .at(1000)
                .callerSpeaks(500)
                .at(2010)
                .agentSends(500)
                .runsUntil(3000);

        assertThat(timeline.resultSoFar().turns())
                .extracting(CallResult.Turn::ttfaMs)
                .containsExactly(520.0);
        assertThat(timeline.latestTick()).isNotNull();
    }

    @Test
    void theOutlineOfBothVoicesIsThereAtEveryZoom() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        FakeCall.into(timeline)
                .at(1000)
                .callerSpeaks(200)
                .at(2001)
                .agentSends(100)
                .hangsUpAt(4000);
        LevelPyramid pyramid = timeline.sketch().pyramid();

        assertThat(pyramid.begun(0)).isEqualTo(200);
        assertThat(pyramid.begun(1)).isEqualTo(50);
        // The tick of 1020 is the first to carry the caller, that of 2020 the first to carry the agent.
        assertThat(pyramid.highest(0, LevelPyramid.Lane.SAID, 49)).isZero();
        assertThat(pyramid.highest(0, LevelPyramid.Lane.SAID, 50)).isBetween((short) 3800, (short) 4200);
        assertThat(pyramid.highest(0, LevelPyramid.Lane.HEARD, 100)).isBetween((short) 3800, (short) 4200);
        assertThat(pyramid.highest(1, LevelPyramid.Lane.SAID, 12)).isBetween((short) 3800, (short) 4200);
        assertThat(pyramid.lowest(1, LevelPyramid.Lane.SAID, 12)).isZero();
        assertThat(LevelPyramid.ticksPerBucket(LevelPyramid.LEVELS - 1) * LevelPyramid.BUCKETS * LineFrame.MS)
                .isGreaterThanOrEqualTo(24L * 3600 * 1000);
    }

    private CallTimeline listenedTo(Spool spool) {
        CallTimeline timeline = new CallTimeline("0.1.0", spool);
        timeline.listen(told::add);
        return timeline;
    }

    private static Fact note(long atMs, String text) {
        return new Fact.Noted(atMs * MS, text);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
