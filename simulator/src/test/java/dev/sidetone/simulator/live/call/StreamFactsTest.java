package dev.sidetone.simulator.live.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.ToTwilio;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a tap hears as a line's facts, played by hand. */
class StreamFactsTest {
    private static final long MS = 1_000_000;
    private static final String SID = "MZ1";

    private final List<Fact> facts = new ArrayList<>();
    private final StreamFacts stream = new StreamFacts(new Notes());
    private long chunk;

    StreamFactsTest() {
        heard(0, new FromTwilio.Start(1, "AC1", SID, "CA1", Map.of()));
    }

    @Test
    void aFrameThatNeverCameIsASilentTick() {
        says(20, 100, 160);
        says(100, 180, 160);
        assertThat(of(Fact.Tick.class)).extracting(Fact.Tick::tick).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(of(Fact.Tick.class)).extracting(tick -> tick.atNs() / MS).containsExactly(20L, 40L, 60L, 80L, 100L);
        assertThat(of(Fact.FrameWritten.class)).hasSize(2);
        assertThat(of(Fact.Tick.class).get(2).lateNs()).isEqualTo(40 * MS);
    }

    @Test
    void aPayloadOfAnyLengthIsSoundOfItsLength() {
        says(20, 100, 400);
        says(80, 160, 100);
        says(100, 180, 0);
        assertThat(of(Fact.Tick.class)).extracting(tick -> tick.atNs() / MS).containsExactly(20L, 40L, 60L, 80L, 100L);
    }

    @Test
    void whatIsSentIsHeardFromTheNextTickOnThoughThatTicksFrameComesLate() {
        says(20, 100, 160);
        sends(45, 320);
        says(40, 120, 160, 250);
        says(60, 140, 160, 250);
        says(80, 160, 160, 250);
        says(100, 180, 160, 250);
        assertThat(of(Fact.Tick.class)).extracting(Fact.Tick::heardBytes).containsExactly(0, 0, 160, 160, 0);
        assertThat(of(Fact.Tick.class)).extracting(Fact.Tick::queuedBytes).containsExactly(0, 0, 160, 0, 0);
    }

    @Test
    void aClearThrowsAwayWhatItsOwnTimeHadLeftThoughFramesComeLate() {
        says(20, 100, 160);
        sends(25, 1_600);
        sent(25, new ToTwilio.Mark(SID, "s1"));
        sent(65, new ToTwilio.Clear(SID));
        says(40, 120, 160, 250);
        says(60, 140, 160, 250);
        says(80, 160, 160, 250);
        assertThat(of(Fact.ClearArrived.class)).containsExactly(new Fact.ClearArrived(65 * MS, 3, 1_600 - 320, 1));
        assertThat(of(Fact.Tick.class)).extracting(Fact.Tick::heardBytes).containsExactly(0, 160, 160, 0);
    }

    @Test
    void aMarkThatWasAwayWhenAClearWasSentWasNotReached() {
        sent(10, new ToTwilio.Mark(SID, "s1"));
        sent(11, new ToTwilio.Mark(SID, "s2"));
        heard(30, new FromTwilio.Mark(9, "s1", SID));
        sent(40, new ToTwilio.Clear(SID));
        sent(41, new ToTwilio.Mark(SID, "s3"));
        heard(60, new FromTwilio.Mark(10, "s2", SID));
        heard(61, new FromTwilio.Mark(11, "s3", SID));
        heard(62, new FromTwilio.Mark(12, "nobody's", SID));
        assertThat(of(Fact.MarkEchoed.class))
                .containsExactly(
                        new Fact.MarkEchoed(30 * MS, "s1", true),
                        new Fact.MarkEchoed(60 * MS, "s2", false),
                        new Fact.MarkEchoed(61 * MS, "s3", true));
    }

    @Test
    void aStreamThatEndsTellsItsLastClear() {
        sends(10, 160);
        sent(20, new ToTwilio.Clear(SID));
        stream.observe(new Observation.StreamClosed(1000, "the agent hung up", 30 * MS));
        assertThat(of(Fact.ClearArrived.class)).hasSize(1);
        assertThat(of(Fact.StreamEnded.class))
                .containsExactly(new Fact.StreamEnded(30 * MS, 1000, "the agent hung up"));
        assertThat(stream.isStreaming()).isFalse();
    }

    @Test
    void aSecondStreamOfTheCallGoesOnWithItsTicks() {
        says(20, 100, 160);
        stream.observe(new Observation.StreamClosed(null, "a detour", 40 * MS));
        heard(1_000, new FromTwilio.Start(1, "AC1", "MZ2", "CA1", Map.of()));
        says(1_020, 130, 160);
        List<Fact.Tick> ticks = of(Fact.Tick.class);
        assertThat(ticks).hasSize(51);
        assertThat(ticks.get(50).atNs()).isEqualTo(1_020 * MS);
        assertThat(ticks.get(50).tick()).isEqualTo(50);
    }

    private void says(long atMs, long timestampMs, int bytes) {
        says(atMs, timestampMs, bytes, atMs);
    }

    private void says(long saidMs, long timestampMs, int bytes, long arrivedMs) {
        assertThat(arrivedMs).isGreaterThanOrEqualTo(saidMs);
        MulawChunk audio = MulawChunk.of(new byte[bytes]);
        heard(arrivedMs, new FromTwilio.Media(2, ++chunk, timestampMs, audio, SID));
    }

    private void sends(long atMs, int bytes) {
        sent(atMs, new ToTwilio.Media(SID, MulawChunk.of(new byte[bytes])));
    }

    private void heard(long atMs, FromTwilio message) {
        stream.observe(new Observation.Received(message, atMs * MS));
    }

    private void sent(long atMs, ToTwilio message) {
        stream.observe(new Observation.Sent(message, atMs * MS));
    }

    private <F extends Fact> List<F> of(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private final class Notes implements FactSink {
        @Override
        public void add(Fact fact) {
            facts.add(fact);
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
            facts.add(tick);
        }

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {
            facts.add(media);
        }
    }
}
