package dev.sidetone.simulator.timeline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LongCallTest {
    private static final int TICKS_AN_HOUR = 3600 * 50;
    private static final LineFrame SPEECH = LineFrame.of(speech());

    @Test
    void eightHoursTakeTheMemoryOfOne() {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        timeline.add(new Fact.StreamStarted(0, "MZ1"));

        talk(timeline, 0, TICKS_AN_HOUR);
        int afterOneHour = timeline.kept();
        talk(timeline, TICKS_AN_HOUR, 8 * TICKS_AN_HOUR);
        int afterEight = timeline.kept();
        CallResult result = timeline.close(8L * TICKS_AN_HOUR * LineFrame.NS);

        assertThat(requireNonNull(result.line()).framesSent()).isEqualTo(8L * TICKS_AN_HOUR);
        assertThat(requireNonNull(result.line()).framesHeard()).isEqualTo(4L * TICKS_AN_HOUR);
        assertThat((double) afterEight).isLessThan(1.2 * afterOneHour);
    }

    /** Nobody's turn begins or ends: what grows here would grow for ever. */
    private static void talk(CallTimeline timeline, long fromTick, long untilTick) {
        for (long tick = fromTick; tick < untilTick; tick++) {
            long atNs = tick * LineFrame.NS;
            boolean heard = tick / 100 % 2 == 1;
            if (heard) {
                timeline.media(new Fact.MediaArrived(atNs - 1_000_000L, tick, LineFrame.BYTES), SPEECH.mulaw());
                timeline.add(new Fact.MarkArrived(atNs - 900_000L, tick, "m"));
                timeline.add(new Fact.MarkEchoed(atNs + 900_000L, "m", true));
            }
            LineFrame frame = heard ? SPEECH : LineFrame.SILENCE;
            float dbm0 = frame.dbm0(0);
            timeline.tick(
                    new Fact.Tick(atNs, tick, 0, dbm0, dbm0, dbm0, dbm0, heard ? LineFrame.BYTES : 0, 0), frame, frame);
            timeline.add(new Fact.FrameWritten(atNs + 100_000L, tick, 100_000L));
            timeline.pump(atNs);
        }
    }

    private static byte[] speech() {
        byte[] codes = new byte[LineFrame.BYTES];
        Arrays.fill(codes, FakeCall.LOUD);
        return codes;
    }
}
