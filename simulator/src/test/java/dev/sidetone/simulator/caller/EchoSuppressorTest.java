package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.Voices;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suppressor alone, tick by tick; the agent speaks with a voice of the fixtures. */
class EchoSuppressorTest {
    private static final short[] AGENT = Voices.open("ask-opening-hours").samples();
    private static final int SECOND = 50;

    private final EchoSuppressor suppressor = new EchoSuppressor();
    private final Random random = new Random(3);

    @Test
    void withHeadphonesEverythingPassesAsItIsAlsoWhatIsSaidOverTheAgent() {
        for (String voice : Voices.names()) {
            short[] person = Voices.open(voice).samples();
            for (int offset = 0; offset < 60; offset += 7) {
                EchoSuppressor fresh = new EchoSuppressor();
                for (int tick = 0; tick < 4 * SECOND; tick++) {
                    LineFrame spoken = frame(person, (tick + offset) * LineFrame.BYTES, 1, 0);
                    LineFrame played = voice.equals("ask-opening-hours") ? LineFrame.SILENCE : agent(tick);
                    assertThat(fresh.pass(played, spoken, spoken)).isSameAs(spoken);
                }
                assertThat(fresh.hasEcho()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 150, 300})
    void inTheFirstSecondItKnowsWhenTheLeakComesAndHowLoudItIs(int delayMs) {
        hear(delayMs, -20, 2, SECOND);
        assertThat(suppressor.hasEcho()).isTrue();
        assertThat(suppressor.delaySamples()).isEqualTo(delayMs * 8);
        assertThat(suppressor.gainDb()).isBetween(-22f, -18f);
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, -10, -20, -30})
    void ofTheLeakNextToNothingGoesOut(int leakDb) {
        assertThat(hear(60, leakDb, 2, 8 * SECOND)).isLessThan(6);
    }

    @Test
    void aSpeakerThatIsTurnedUpIsStillHeldBack() {
        hear(60, -30, 2, 4 * SECOND);
        assertThat(hear(60, -10, 2, 4 * SECOND)).isLessThan(6);
        assertThat(suppressor.gainDb()).isGreaterThan(-12);
    }

    @Test
    void headphonesThatArePluggedInOpenTheGateForGood() {
        hear(60, -20, 2, 4 * SECOND);
        assertThat(suppressor.hasEcho()).isTrue();
        hear(60, -200, 2, 40 * SECOND);
        assertThat(suppressor.hasEcho()).isFalse();
    }

    @Test
    void whileTheAgentIsSilentEverythingPassesAsItIs() {
        hear(60, -20, 2, 4 * SECOND);
        hear(60, -20, 2, 1, LineFrame.SILENCE, SECOND);
        short[] person = Voices.open("book-a-table").samples();
        for (int tick = 0; tick < 2 * SECOND; tick++) {
            LineFrame spoken = frame(person, tick * LineFrame.BYTES, 1, 2);
            assertThat(suppressor.pass(LineFrame.SILENCE, spoken, spoken)).isSameAs(spoken);
        }
    }

    private int hear(int delayMs, double leakDb, double noise, int ticks) {
        return hear(delayMs, leakDb, noise, 0, null, ticks);
    }

    /** Lets the agent speak, or {@code played} sound, with its leak; answers how many audible windows went out. */
    private int hear(int delayMs, double leakDb, double noise, int from, @Nullable LineFrame played, int ticks) {
        int audible = 0;
        for (int tick = from; tick < from + ticks; tick++) {
            double gain = played == null ? Math.pow(10, leakDb / 20) : 0;
            LineFrame leak = frame(AGENT, tick * LineFrame.BYTES - delayMs * 8, gain, noise);
            LineFrame out = suppressor.pass(played == null ? agent(tick) : played, leak, leak);
            for (int half = 0; half < 2; half++) {
                audible += SpeechEnergy.isAudible(out.dbm0(half)) ? 1 : 0;
            }
        }
        return audible;
    }

    private static LineFrame agent(int tick) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = AGENT[(tick * LineFrame.BYTES + i) % AGENT.length];
        }
        return LineFrame.ofPcm(samples);
    }

    private LineFrame frame(short[] voice, int from, double gain, double noise) {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            int at = Math.floorMod(from + i, voice.length);
            samples[i] = (short) Math.round((from + i < 0 ? 0 : gain * voice[at]) + noise * random.nextGaussian());
        }
        return LineFrame.ofPcm(samples);
    }
}
