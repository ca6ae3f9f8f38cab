package dev.sidetone.simulator.line.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a bad line does to sound and to time, tick by tick. */
class FaultInjectorTest {
    /** As unlike zero as a real clock's. */
    private static final long START_NS = 9_000_000_000_000L;

    private static final int TICKS = 500;

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void aLineWithoutFaultsGivesBackTheFrameItself() throws InjectedFault.Unreadable {
        LineFrame said = tone(1000, 0);
        FaultInjector good = mischief(1);

        assertThat(good.carry(said, LineFrame.SILENCE, START_NS)).isSameAs(said);
        assertThat(good.frameDueNs(0, START_NS + 5)).isEqualTo(START_NS + 5);
        assertThat(good.dueNs(START_NS + 6)).isEqualTo(START_NS + 6);
    }

    @Test
    void jitterMakesFramesLateByUpToThatMuchAndKeepsTheirOrder() throws InjectedFault.Unreadable {
        FaultInjector line = mischief(3, "jitter=50ms");
        long last = 0;
        long longest = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            long due = line.frameDueNs(tick, deadline(tick));
            assertThat(due).isGreaterThanOrEqualTo(last).isBetween(deadline(tick), deadline(tick) + 50_000_000L);
            longest = Math.max(longest, due - deadline(tick));
            last = due;
        }
        assertThat(longest).isGreaterThan(45_000_000L);
    }

    @Test
    void aBurstBringsTenFramesAtOnceAndThenNothing() throws InjectedFault.Unreadable {
        FaultInjector line = mischief(3, "burst=200ms");

        for (int tick = 0; tick < TICKS; tick++) {
            long due = line.frameDueNs(tick, deadline(tick));
            assertThat(due - START_NS).isEqualTo((tick / 10 + 1) * 200_000_000L);
        }
    }

    @Test
    void aStallHoldsEverythingUntilItIsOver() throws InjectedFault.Unreadable {
        FaultInjector line = mischief(3, "stall=2s@1s", "stall=1s@2500ms");

        assertThat(line.frameDueNs(49, deadline(49))).isEqualTo(deadline(49));
        assertThat(line.frameDueNs(50, deadline(50))).isEqualTo(START_NS + 3_500_000_000L);
        assertThat(line.dueNs(deadline(60))).isEqualTo(START_NS + 3_500_000_000L);
        assertThat(line.frameDueNs(175, deadline(175))).isEqualTo(deadline(175));
    }

    @Test
    void beforeTheStartNothingIsHeldBack() throws InjectedFault.Unreadable {
        FaultInjector line = new FaultInjector(LineFaults.parse("burst"), 1, new Facts());

        assertThat(line.dueNs(START_NS)).isEqualTo(START_NS);
    }

    @Test
    void aGapLosesItsFramesAndNoOthers() throws InjectedFault.Unreadable {
        FaultInjector line = mischief(3, "gap=1s@2s");
        List<Integer> lost = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            if (line.loses(deadline(tick))) {
                lost.add(tick);
            }
        }

        assertThat(lost).hasSize(50).startsWith(100).endsWith(149);
    }

    @Test
    void aDropIsSeenAtOneTick() throws InjectedFault.Unreadable {
        FaultInjector line = mischief(3, "drop@1s");
        List<Integer> dropped = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            line.carry(LineFrame.SILENCE, LineFrame.SILENCE, deadline(tick));
            if (line.drops()) {
                dropped.add(tick);
            }
        }

        assertThat(dropped).containsExactly(50);
    }

    @Test
    void everyFaultIsToldAsItWasDialledWhenItBeginsAndEnds() throws InjectedFault.Unreadable {
        carried(
                mischief(3, "noise=10dB", "gap=1s@2s", "drop@8s"),
                tick -> LineFrame.SILENCE,
                tick -> LineFrame.SILENCE);

        assertThat(facts)
                .containsExactly(
                        new Fact.FaultBegan(START_NS, "noise=10dB"),
                        new Fact.FaultBegan(START_NS + 2_000_000_000L, "gap=1s"),
                        new Fact.FaultEnded(START_NS + 3_000_000_000L, "gap=1s"),
                        new Fact.FaultBegan(START_NS + 8_000_000_000L, "drop"));
    }

    @Test
    void aMutedCallerIsSilentForSoLong() throws InjectedFault.Unreadable {
        List<LineFrame> out = carried(mischief(3, "mute=1s@1s"), tick -> tone(500, tick), tick -> LineFrame.SILENCE);

        for (int tick = 0; tick < TICKS; tick++) {
            LineFrame expected = tick >= 50 && tick < 100 ? LineFrame.SILENCE : tone(500, tick);
            assertThat(out.get(tick)).as("tick %d", tick).isEqualTo(expected);
        }
    }

    @Test
    void theAgentsVoiceLeaksBackAHundredMillisecondsLaterAndSoMuchQuieter() throws InjectedFault.Unreadable {
        List<LineFrame> out = carried(
                mischief(3, "echo=-20dB"),
                tick -> LineFrame.SILENCE,
                tick -> tick >= 100 && tick < 200 ? tone(500, tick) : LineFrame.SILENCE);

        // Heard from tick 100 on, that is in the 20 ms after it; said at tick 106 is the sound of the 20 ms before it.
        assertThat(out.subList(0, 106)).allMatch(LineFrame.SILENCE::equals);
        assertThat(out.subList(206, TICKS)).allMatch(LineFrame.SILENCE::equals);
        for (int tick = 106; tick < 206; tick++) {
            assertThat(level(out.get(tick))).isCloseTo(level(tone(500, tick)) - 20, within(0.5));
        }
    }

    @Test
    void noiseLiesSoFarBelowAVoiceOfUsualLoudness() throws InjectedFault.Unreadable {
        List<LineFrame> out = carried(mischief(3, "noise=20dB"), tick -> LineFrame.SILENCE, tick -> LineFrame.SILENCE);

        assertThat(levelOfAll(out)).isCloseTo(-38, within(0.3));
    }

    @Test
    void aTelephonesBandKeepsTheVoiceAndCutsWhatIsBelowAndAbove() throws InjectedFault.Unreadable {
        assertThat(attenuation(1000)).isCloseTo(0, within(0.2));
        assertThat(attenuation(400)).isCloseTo(0, within(1.0));
        assertThat(attenuation(3000)).isCloseTo(0, within(1.0));
        assertThat(attenuation(300)).isCloseTo(3, within(0.5));
        assertThat(attenuation(3400)).isCloseTo(3, within(0.5));
        assertThat(attenuation(100)).isGreaterThan(30);
        assertThat(attenuation(3800)).isGreaterThan(15);
    }

    @Test
    void oneSeedDoesTheSameTwiceAndAnotherDoesNot() throws InjectedFault.Unreadable {
        String[] dialled = {"jitter=60ms", "noise=15dB", "gap=1s", "mute=500ms"};

        assertThat(trace(mischief(5, dialled))).isEqualTo(trace(mischief(5, dialled)));
        assertThat(trace(mischief(5, dialled))).isNotEqualTo(trace(mischief(6, dialled)));
    }

    private static List<Object> trace(FaultInjector line) {
        List<Object> trace = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            trace.add(line.carry(tone(700, tick), LineFrame.SILENCE, deadline(tick)));
            trace.add(line.loses(deadline(tick)));
            trace.add(line.frameDueNs(tick, deadline(tick)));
        }
        return trace;
    }

    private double attenuation(double hz) throws InjectedFault.Unreadable {
        List<LineFrame> out = carried(mischief(3, "band"), tick -> tone(hz, tick), tick -> LineFrame.SILENCE);
        List<LineFrame> in = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            in.add(tone(hz, tick));
        }
        return levelOfAll(in) - levelOfAll(out.subList(50, TICKS));
    }

    private static List<LineFrame> carried(
            FaultInjector line, IntFunction<LineFrame> said, IntFunction<LineFrame> heard) {
        List<LineFrame> out = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            out.add(line.carry(said.apply(tick), heard.apply(tick), deadline(tick)));
        }
        return out;
    }

    private FaultInjector mischief(long seed, String... faults) throws InjectedFault.Unreadable {
        facts.clear();
        FaultInjector line = new FaultInjector(LineFaults.parse(faults), seed, new Facts());
        line.started(START_NS);
        return line;
    }

    private static long deadline(int tick) {
        return START_NS + tick * LineFrame.NS;
    }

    /** A sine of -6 dB of full scale that goes on from frame to frame. */
    private static LineFrame tone(double hz, int tick) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            double seconds = (tick * (double) LineFrame.BYTES + i) / LineFrame.RATE_HZ;
            samples[i] = (short) Math.round(16_000 * Math.sin(2 * Math.PI * hz * seconds));
        }
        return LineFrame.ofPcm(samples);
    }

    private static double level(LineFrame frame) {
        return levelOfAll(List.of(frame));
    }

    private static double levelOfAll(List<LineFrame> frames) {
        double power =
                frames.stream().mapToDouble(FaultInjectorTest::power).average().orElse(0);
        return 10 * Math.log10(power / (8159.0 * 4 * 8159 * 4 / 2)) + 3.17;
    }

    private static double power(LineFrame frame) {
        byte[] codes = frame.mulaw();
        short[] samples = new short[codes.length];
        Mulaw.decode(codes, samples);
        double[] squares = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            squares[i] = (double) samples[i] * samples[i];
        }
        return Arrays.stream(squares).average().orElse(0);
    }

    private final class Facts implements FactSink {
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
