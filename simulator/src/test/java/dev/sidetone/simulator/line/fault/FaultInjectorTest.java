package dev.sidetone.simulator.line.fault;

import static dev.sidetone.simulator.line.fault.FaultyLine.START_NS;
import static dev.sidetone.simulator.line.fault.FaultyLine.TICKS;
import static dev.sidetone.simulator.line.fault.FaultyLine.attenuation;
import static dev.sidetone.simulator.line.fault.FaultyLine.carried;
import static dev.sidetone.simulator.line.fault.FaultyLine.deadline;
import static dev.sidetone.simulator.line.fault.FaultyLine.level;
import static dev.sidetone.simulator.line.fault.FaultyLine.levelOfAll;
import static dev.sidetone.simulator.line.fault.FaultyLine.tone;
import static dev.sidetone.simulator.line.fault.FaultyLine.trace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.timeline.Fact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bad line does to sound and to time, tick by tick. */
class FaultInjectorTest {
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
        FaultInjector line = new FaultInjector(LineFaults.parse("burst"), 1, new FaultyLine.Facts(facts));

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
        assertThat(attenuation("band", 1000)).isCloseTo(0, within(0.2));
        assertThat(attenuation("band", 400)).isCloseTo(0, within(1.0));
        assertThat(attenuation("band", 3000)).isCloseTo(0, within(1.0));
        assertThat(attenuation("band", 300)).isCloseTo(3, within(0.5));
        assertThat(attenuation("band", 3400)).isCloseTo(3, within(0.5));
        assertThat(attenuation("band", 100)).isGreaterThan(30);
        assertThat(attenuation("band", 3800)).isGreaterThan(15);
    }

    @Test
    void oneSeedDoesTheSameTwiceAndAnotherDoesNot() throws InjectedFault.Unreadable {
        String[] dialled = {"jitter=60ms", "noise=15dB", "gap=1s", "mute=500ms"};

        assertThat(trace(mischief(5, dialled))).isEqualTo(trace(mischief(5, dialled)));
        assertThat(trace(mischief(5, dialled))).isNotEqualTo(trace(mischief(6, dialled)));
    }

    private FaultInjector mischief(long seed, String... faults) throws InjectedFault.Unreadable {
        facts.clear();
        return FaultyLine.with(facts, seed, faults);
    }
}
