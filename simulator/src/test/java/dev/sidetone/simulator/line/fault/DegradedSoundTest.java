package dev.sidetone.simulator.line.fault;

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
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a caller sounds from a street, through a bad microphone and over a line that loses packets. */
class DegradedSoundTest {
    private final List<Fact> facts = new ArrayList<>();

    @Test
    void aStreetIsOnAverageSoFarBelowAVoiceAndComesAndGoes() throws InjectedFault.Unreadable {
        List<LineFrame> out = new ArrayList<>();
        FaultInjector line = FaultyLine.with(facts, 3, "street=15dB");
        for (int tick = 0; tick < 6 * 60 * 50; tick++) {
            out.add(line.carry(LineFrame.SILENCE, LineFrame.SILENCE, deadline(tick)));
        }

        assertThat(levelOfAll(out)).isCloseTo(-33, within(0.5));
        List<Double> seconds = new ArrayList<>();
        for (int second = 0; second < 60; second++) {
            seconds.add(levelOfAll(out.subList(second * 50, second * 50 + 50)));
        }
        assertThat(Collections.max(seconds) - Collections.min(seconds)).isGreaterThan(6);
    }

    @Test
    void oneSeedPlaysTheSameStreetAndAnotherAnother() throws InjectedFault.Unreadable {
        String[] dialled = {"street=15dB", "loss=10%", "bad-mic"};

        assertThat(trace(FaultyLine.with(facts, 5, dialled))).isEqualTo(trace(FaultyLine.with(facts, 5, dialled)));
        assertThat(trace(FaultyLine.with(facts, 5, dialled))).isNotEqualTo(trace(FaultyLine.with(facts, 6, dialled)));
    }

    @Test
    void aSecondStreetIsAsLoudAsItWasDialled() throws InjectedFault.Unreadable {
        List<LineFrame> out = carried(
                FaultyLine.with(facts, 3, "street=40dB", "street=5dB@5s"),
                tick -> LineFrame.SILENCE,
                tick -> LineFrame.SILENCE);

        assertThat(levelOfAll(out.subList(0, 250))).isLessThan(-50);
        assertThat(levelOfAll(out.subList(250, TICKS))).isBetween(-30.0, -18.0);
    }

    @Test
    void aBadMicrophoneIsThinClipsAndHums() throws InjectedFault.Unreadable {
        List<LineFrame> silent =
                carried(FaultyLine.with(facts, 3, "bad-mic"), tick -> LineFrame.SILENCE, tick -> LineFrame.SILENCE);
        assertThat(levelOfAll(silent)).isCloseTo(-48, within(0.5));

        assertThat(attenuation("bad-mic", 200)).isGreaterThan(20);
        assertThat(attenuation("bad-mic", 3300)).isGreaterThan(10);
        // A sine of -3.2 dBm0 that is cut at 1.2 times a voice's average is left as a square of about its size.
        assertThat(attenuation("bad-mic", 1000)).isBetween(12.0, 14.0);
    }

    @Test
    void aLostFrameIsFilledWithTheVoiceBeforeItAndFadesToSilence() throws InjectedFault.Unreadable {
        List<LineFrame> out =
                carried(FaultyLine.with(facts, 3, "loss=10%"), tick -> tone(100, tick), tick -> LineFrame.SILENCE);

        List<Integer> lost = new ArrayList<>();
        for (int tick = 0; tick < TICKS; tick++) {
            if (!out.get(tick).equals(tone(100, tick))) {
                lost.add(tick);
            }
        }
        assertThat(lost).hasSizeBetween(30, 75);
        int inARow = 0;
        for (int tick = 1; tick < TICKS; tick++) {
            inARow = lost.contains(tick) ? inARow + 1 : 0;
            if (inARow == 1 && tick > 20) {
                assertThat(level(tone(100, tick)) - level(out.get(tick))).isBetween(0.2, 2.0);
            }
            if (inARow > 3) {
                assertThat(out.get(tick)).isEqualTo(LineFrame.SILENCE);
            }
        }
    }

    @Test
    void lossesAreAsManyAsDialledAndComeInBursts() throws InjectedFault.Unreadable {
        FaultInjector line = FaultyLine.with(facts, 4, "loss=3%");
        int lost = 0;
        int bursts = 0;
        boolean before = false;
        for (int tick = 0; tick < 50_000; tick++) {
            LineFrame said = tone(1000 + 600 * (tick % 2), tick);
            boolean now = !line.carry(said, LineFrame.SILENCE, deadline(tick)).equals(said);
            lost += now ? 1 : 0;
            bursts += now && !before ? 1 : 0;
            before = now;
        }
        assertThat(lost / 50_000.0).isCloseTo(0.03, within(0.003));
        assertThat((double) lost / bursts).isCloseTo(2, within(0.2));
    }

    @Test
    void theWayOfTheSoundIsFromTheStreetToTheNetworkWhateverWasTypedFirst() throws InjectedFault.Unreadable {
        assertThat(trace(FaultyLine.with(facts, 5, "bad-mic", "band")))
                .isEqualTo(trace(FaultyLine.with(facts, 5, "band", "bad-mic")));
    }
}
