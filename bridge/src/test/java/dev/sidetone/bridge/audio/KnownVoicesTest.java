package dev.sidetone.bridge.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.Voice;
import dev.sidetone.fixtures.Voices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The edges that the fixtures state, against the project's own measure of speech. */
class KnownVoicesTest {
    private static final int LONGEST_PAUSE_WINDOWS = 25;

    static List<String> names() {
        return Voices.names();
    }

    static List<String> voicesAndProbes() {
        List<String> all = new ArrayList<>(Voices.names());
        all.addAll(Voices.probes());
        return all;
    }

    @ParameterizedTest
    @MethodSource("voicesAndProbes")
    void theStatedEdgesAreTheFirstAndLastAudibleWindow(String name) {
        Voice voice = Voices.open(name);
        List<Integer> audible = audibleWindows(voice);
        assertThat(audible.get(0) * SpeechEnergy.WINDOW).isEqualTo(voice.speechStart());
        assertThat((audible.get(audible.size() - 1) + 1) * SpeechEnergy.WINDOW).isEqualTo(voice.speechEnd());
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPauseInsideIsLongEnoughForAnAgentToCutIn(String name) {
        List<Integer> audible = audibleWindows(Voices.open(name));
        for (int i = 1; i < audible.size(); i++) {
            assertThat(audible.get(i) - audible.get(i - 1) - 1).isLessThanOrEqualTo(LONGEST_PAUSE_WINDOWS);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void speechIsAtTelephoneLevel(String name) {
        Voice voice = Voices.open(name);
        byte[] mulaw = mulaw(voice);
        double power = 0;
        List<Integer> audible = audibleWindows(voice);
        for (int window : audible) {
            power += Math.pow(10, level(mulaw, window) / 10);
        }
        assertThat(10 * Math.log10(power / audible.size())).isBetween(-21.0, -19.0);
    }

    private static List<Integer> audibleWindows(Voice voice) {
        byte[] mulaw = mulaw(voice);
        List<Integer> audible = new ArrayList<>();
        for (int window = 0; window < mulaw.length / SpeechEnergy.WINDOW; window++) {
            if (SpeechEnergy.isAudible(level(mulaw, window))) {
                audible.add(window);
            }
        }
        return audible;
    }

    private static float level(byte[] mulaw, int window) {
        return SpeechEnergy.dbm0(mulaw, window * SpeechEnergy.WINDOW, SpeechEnergy.WINDOW);
    }

    private static byte[] mulaw(Voice voice) {
        byte[] mulaw = new byte[voice.samples().length];
        Mulaw.encode(voice.samples(), mulaw);
        return mulaw;
    }
}
