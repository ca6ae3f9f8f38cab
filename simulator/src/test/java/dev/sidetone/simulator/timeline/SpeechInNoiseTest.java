package dev.sidetone.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import dev.sidetone.simulator.caller.VoiceDetector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller on a line that is never quiet. Voices are at −20 dBm0 while they speak. */
class SpeechInNoiseTest {
    private static final double VOICE_DBM0 = -20;
    private static final int BEFORE_MS = 1_500;

    private final List<Fact> edges = new ArrayList<>();
    private final SpeechEdges listening = new SpeechEdges(edges::add);
    private long tick;

    @ParameterizedTest
    @CsvSource({"30, 40", "20, 50", "10, 150", "5, 250"})
    void theEndOfAVoiceIsFoundInNoise(double belowVoiceDb, double mostMs) {
        for (String name : Voices.names()) {
            Voice voice = Voices.open(name);
            edges.clear();

            double saidAtMs = tick * LineFrame.MS;
            hear(withNoise(voice.samples(), belowVoiceDb));

            double endMs = saidAtMs + BEFORE_MS + voice.speechEnd() / 8.0;
            assertThat(ended()).as(name).isNotEmpty();
            assertThat(ended().get(ended().size() - 1).endNs() / 1e6).as(name).isBetween(endMs - mostMs, endMs + 40);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 20, 10, 5, 0})
    void noiseAloneIsNobody(double belowVoiceDb) {
        hear(withNoise(new short[20 * LineFrame.RATE_HZ], belowVoiceDb));
        assertThat(edges).isEmpty();
    }

    @Test
    void onAQuietLineEveryWindowThatIsAudibleIsVoiced() {
        VoiceDetector detector = new VoiceDetector();
        for (String name : Voices.names()) {
            for (LineFrame frame : frames(Voices.open(name).samples())) {
                for (int half = 0; half < 2; half++) {
                    float dbm0 = frame.dbm0(half);
                    assertThat(detector.isVoiced(dbm0, frame, half * SpeechEnergy.WINDOW))
                            .isEqualTo(SpeechEnergy.isAudible(dbm0));
                }
            }
        }
    }

    @Test
    void noiseThatBeginsInMidCallIsTakenForAVoiceForThreeSecondsAtMost() {
        hear(new short[2 * LineFrame.RATE_HZ]);
        long beganNs = tick * LineFrame.NS;
        hear(withNoise(new short[8 * LineFrame.RATE_HZ], 10));

        assertThat(ended()).singleElement().satisfies(end -> assertThat((end.endNs() - beganNs) / 1e6)
                .isBetween(2_000.0, 3_000.0));
    }

    @Test
    void aCallThatEndsSoonAfterTheLastWordStillKnowsWhereThatWas() {
        Voice voice = Voices.open("ask-address");
        short[] noisy = withNoise(voice.samples(), 20);
        int endMs = BEFORE_MS + voice.speechEnd() / 8;
        hear(Arrays.copyOf(noisy, (endMs + 200) * 8 / LineFrame.BYTES * LineFrame.BYTES));
        assertThat(ended()).isEmpty();

        listening.end(tick * LineFrame.NS);

        assertThat(ended()).singleElement().satisfies(end -> assertThat(end.endNs() / 1e6)
                .isBetween(endMs - 50.0, endMs + 20.0));
    }

    private List<Fact.CallerEnded> ended() {
        return edges.stream()
                .filter(Fact.CallerEnded.class::isInstance)
                .map(Fact.CallerEnded.class::cast)
                .toList();
    }

    private void hear(short[] sound) {
        for (LineFrame said : frames(sound)) {
            tick++;
            listening.listen(
                    new Fact.Tick(tick * LineFrame.NS, tick, 0, said.dbm0(0), said.dbm0(1), -90, -90, 0, 0), said);
        }
    }

    private static List<LineFrame> frames(short[] sound) {
        List<LineFrame> frames = new ArrayList<>();
        for (int at = 0; at + LineFrame.BYTES <= sound.length; at += LineFrame.BYTES) {
            frames.add(LineFrame.ofPcm(Arrays.copyOfRange(sound, at, at + LineFrame.BYTES)));
        }
        return frames;
    }

    /** One and a half seconds of noise, the voice in it, and as much noise behind. */
    private static short[] withNoise(short[] voice, double belowVoiceDb) {
        Random random = new Random(6);
        double rms = 23_077 * Math.pow(10, (VOICE_DBM0 - belowVoiceDb - 3.17) / 20);
        int before = BEFORE_MS * 8;
        short[] noisy = new short[voice.length + 2 * before];
        for (int i = 0; i < noisy.length; i++) {
            int at = i - before;
            double clean = at >= 0 && at < voice.length ? voice[at] : 0;
            noisy[i] =
                    (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, clean + rms * random.nextGaussian()));
        }
        return noisy;
    }
}
