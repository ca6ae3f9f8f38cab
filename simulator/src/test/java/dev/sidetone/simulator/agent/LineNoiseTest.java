package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineNoiseTest {
    private static final double VOICE_DBM0 = -18;

    @Test
    void onACleanLineItIsTheFixedThresholdToTheWindow() {
        byte[] clean = allVoices();
        assertThat(voiced(clean)).isEqualTo(audible(clean));
    }

    @Test
    void anEvenToneStaysVoicedHoweverLongItIs() {
        assertThat(voiced(Sounds.tone(8_000))).doesNotContain(false);
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 20, 15, 10})
    void noiseAloneIsNoVoiceFromItsFirstWindowOn(double belowVoiceDb) {
        List<Boolean> voiced = voiced(withNoise(Sounds.silence(5_000), belowVoiceDb));
        assertThat(voiced.stream().filter(each -> each).count()).isLessThan(voiced.size() / 50);
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, 20, 15})
    void aVoiceIsHeardAboveTheNoise(double belowVoiceDb) {
        byte[] clean = allVoices();
        List<Boolean> speech = audible(clean);
        List<Boolean> voiced = voiced(withNoise(clean, belowVoiceDb));
        long spoken = speech.stream().filter(each -> each).count();
        long found = 0;
        for (int i = 0; i < speech.size(); i++) {
            found += speech.get(i) && voiced.get(i) ? 1 : 0;
        }
        assertThat((double) found / spoken).isGreaterThan(0.6);
    }

    @Test
    void noiseThatBeginsInMidCallIsTakenForAVoiceForThreeSecondsAtMost() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(Sounds.silence(4_000));
        line.writeBytes(withNoise(Sounds.silence(5_000), 20));
        assertThat(voiced(line.toByteArray()).subList(700, 900)).doesNotContain(true);
    }

    private static List<Boolean> voiced(byte[] mulaw) {
        LineNoise noise = new LineNoise();
        List<Boolean> voiced = new ArrayList<>();
        levels(mulaw).forEach(level -> voiced.add(noise.isVoiced(level)));
        return voiced;
    }

    private static List<Boolean> audible(byte[] mulaw) {
        return levels(mulaw).stream().map(SpeechEnergy::isAudible).toList();
    }

    private static List<Float> levels(byte[] mulaw) {
        List<Float> levels = new ArrayList<>();
        for (int at = 0; at + SpeechEnergy.WINDOW <= mulaw.length; at += SpeechEnergy.WINDOW) {
            levels.add(SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW));
        }
        return levels;
    }

    /** A breath of silence, then every recording there is without the silence around it. */
    private static byte[] allVoices() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Sounds.silence(100));
        for (String name : Voices.names()) {
            Voice voice = Voices.open(name);
            for (short sample : Arrays.copyOfRange(voice.samples(), voice.speechStart(), voice.speechEnd())) {
                all.write(Mulaw.encode(sample));
            }
        }
        return all.toByteArray();
    }

    private static byte[] withNoise(byte[] mulaw, double belowVoiceDb) {
        double deviation = 32_636 / Math.sqrt(2) * Math.pow(10, (VOICE_DBM0 - belowVoiceDb - 3.17) / 20);
        Random dice = new Random(6);
        byte[] noisy = new byte[mulaw.length];
        for (int i = 0; i < mulaw.length; i++) {
            double sample = Mulaw.decode(mulaw[i]) + deviation * dice.nextGaussian();
            noisy[i] = Mulaw.encode((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample))));
        }
        return noisy;
    }
}
