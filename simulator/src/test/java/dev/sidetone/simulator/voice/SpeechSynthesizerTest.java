package dev.sidetone.simulator.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SpeechSynthesizerTest {
    private static final String SENTENCE = "Good morning, this is a sentence with a pause, and then some more.";
    private static final SpeechSynthesizer kevin = SpeechSynthesizer.loaded();

    @Test
    void theFirstTenMillisecondsAreAudible() {
        assertThat(isAudible(kevin.say(SENTENCE).mulaw(), 0)).isTrue();
    }

    @Test
    void silenceAskedForStandsBeforeTheFirstAudibleWindow() {
        byte[] late = kevin.say(SENTENCE, 250).mulaw();
        byte[] prompt = kevin.say(SENTENCE).mulaw();

        assertThat(Arrays.copyOf(late, 2000)).containsOnly(Mulaw.SILENCE);
        assertThat(Arrays.copyOfRange(late, 2000, late.length)).isEqualTo(prompt);
    }

    @Test
    void aTenthOfASecondOfSilenceEndsIt() {
        byte[] mulaw = kevin.say(SENTENCE).mulaw();
        int tail = 800;

        assertThat(isAudible(mulaw, mulaw.length - tail - SpeechEnergy.WINDOW)).isTrue();
        for (int at = mulaw.length - tail; at < mulaw.length; at += SpeechEnergy.WINDOW) {
            assertThat(isAudible(mulaw, at)).isFalse();
        }
    }

    @Test
    void itSpeaksAsLoudAsATalkerOnTheLine() {
        for (String text : List.of(SENTENCE, "Yes.", "You pressed five.")) {
            assertThat(activeDbm0(kevin.say(text).mulaw())).as(text).isBetween(-19.5, -16.5);
        }
    }

    @Test
    void theSameWordsAlwaysSoundTheSame() {
        byte[] before = kevin.say(SENTENCE).mulaw();
        kevin.say("Something else before.", 0);
        assertThat(kevin.say(SENTENCE, 0).mulaw()).isEqualTo(before);
        assertThat(kevin.say(SENTENCE).mulaw()).isEqualTo(before);
    }

    @Test
    void manyThreadsMayAskOneVoice() {
        byte[] alone = kevin.say(SENTENCE, 0).mulaw();
        byte[] word = kevin.say("Yes.").mulaw();

        List<CompletableFuture<byte[]>> together = List.of(
                CompletableFuture.supplyAsync(() -> kevin.say(SENTENCE, 0).mulaw()),
                CompletableFuture.supplyAsync(() -> kevin.say("Yes.", 0).mulaw()),
                CompletableFuture.supplyAsync(() -> kevin.say(SENTENCE, 0).mulaw()));

        assertThat(together.get(0).join()).isEqualTo(alone);
        assertThat(together.get(1).join()).isEqualTo(word);
        assertThat(together.get(2).join()).isEqualTo(alone);
    }

    @Test
    void wordsTakeAboutAsLongAsAPersonNeedsForThem() {
        assertThat(kevin.say(SENTENCE).ms()).isBetween(2500.0, 6000.0);
    }

    @Test
    void nothingToSayIsRefused() {
        assertThatThrownBy(() -> kevin.say("  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aToneIsAudibleFromEndToEndAndAsLoudAsSpeech() {
        byte[] tone = Speech.tone(400).mulaw();

        assertThat(tone).hasSize(3200);
        for (int at = 0; at < tone.length; at += SpeechEnergy.WINDOW) {
            assertThat(isAudible(tone, at)).isTrue();
        }
        assertThat(activeDbm0(tone)).isBetween(-18.3, -17.7);
    }

    @Test
    void joinedSpeechIsOneAfterTheOther() {
        Speech joined = Speech.joined(List.of(kevin.say("One."), Speech.tone(100), kevin.say("Two.")));

        assertThat(joined.bytes())
                .isEqualTo(kevin.say("One.").bytes() + 800 + kevin.say("Two.").bytes());
        assertThat(joined.chunk(0, LineFrame.BYTES).decode())
                .isEqualTo(Arrays.copyOf(kevin.say("One.").mulaw(), LineFrame.BYTES));
    }

    private static boolean isAudible(byte[] mulaw, int offset) {
        return SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, offset, SpeechEnergy.WINDOW));
    }

    private static double activeDbm0(byte[] mulaw) {
        double power = 0;
        int windows = 0;
        for (int at = 0; at + SpeechEnergy.WINDOW <= mulaw.length; at += SpeechEnergy.WINDOW) {
            float dbm0 = SpeechEnergy.dbm0(mulaw, at, SpeechEnergy.WINDOW);
            if (SpeechEnergy.isAudible(dbm0)) {
                power += Math.pow(10, dbm0 / 10);
                windows++;
            }
        }
        return 10 * Math.log10(power / windows);
    }

    /** The library loads its words into places that all its voices share. */
    @Test
    void whoeverAsksForTheVoiceAtTheSameTimeHearsTheSame() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<byte[]>> talkers = Collections.nCopies(12, SpeechSynthesizerTest::asked);
            byte[] alone = asked();
            for (Future<byte[]> sound : pool.invokeAll(talkers)) {
                assertThat(sound.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static byte[] asked() {
        return SpeechSynthesizer.loaded().say("All at once, please.", 0).mulaw();
    }
}
