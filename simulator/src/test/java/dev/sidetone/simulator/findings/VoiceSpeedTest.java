package dev.sidetone.simulator.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voices that nobody knows, at half and at double speed. */
class VoiceSpeedTest {
    private static final String WORDS =
            "Hello, this is the front desk. We are open from nine to five on weekdays, and until two on"
                    + " Saturdays. Would you like to book a table for two, or can I help you with anything else today? Please tell me"
                    + " your name and the time that suits you best, and I will see what I can do.";

    @Test
    void aWomanAtHalfSpeedIsNotTakenForAMan() {
        assertSuspected(women().atSpeed(0.5), "too slowly", "Resample");
    }

    @Test
    void aManAtHalfSpeedIsSuspected() {
        assertSuspected(man().atSpeed(0.5), "too slowly", "Resample");
    }

    @Test
    void aWomanAtDoubleSpeedIsSuspected() {
        assertSuspected(women().twice().atSpeed(2), "too fast", "leave one resampling out");
    }

    @Test
    void aManAtThreeTimesHisSpeedIsSuspected() {
        assertSuspected(man().twice().atSpeed(3), "too fast", "leave one resampling out");
    }

    @Test
    void aHumWithClicksIsNoVoice() {
        short[] hum = new short[30 * LineFrame.RATE_HZ];
        for (int i = 0; i < hum.length; i++) {
            hum[i] = (short)
                    (1_000 * Math.sin(2 * Math.PI * 50 * i / LineFrame.RATE_HZ) + (i % 3_200 == 0 ? 20_000 : 0));
        }
        assertThat(foundIn(Spoken.of(hum))).isEmpty();
    }

    private static void assertSuspected(Spoken voice, String how, String cure) {
        assertThat(foundIn(voice)).singleElement().satisfies(found -> {
            assertThat(found.severity()).isEqualTo(Severity.SUSPICION);
            assertThat(found.what()).contains("syllables a second", how);
            assertThat(found.cure()).contains(cure);
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1, 1.2})
    void whoSpeaksSlowerOrFasterIsNotSuspected(double speed) {
        assertThat(foundIn(man().atSpeed(speed))).isEmpty();
        assertThat(foundIn(women().atSpeed(speed))).isEmpty();
    }

    private static Spoken women() {
        return Spoken.byAll().twice().twice();
    }

    private static Spoken man() {
        byte[] mulaw = SpeechSynthesizer.loaded().say(WORDS).mulaw();
        short[] samples = new short[mulaw.length];
        Mulaw.decode(mulaw, samples);
        return Spoken.of(samples).twice();
    }

    private static List<Finding> foundIn(Spoken voice) {
        WrongRate check = new WrongRate(KnownSounds.NONE);
        List<Finding> found = new ArrayList<>();
        byte[] mulaw = voice.mulaw();
        for (int at = 0; at + LineFrame.BYTES <= mulaw.length; at += LineFrame.BYTES) {
            LineFrame heard = LineFrame.of(Arrays.copyOfRange(mulaw, at, at + LineFrame.BYTES));
            long tick = at / LineFrame.BYTES;
            check.tick(
                    new Fact.Tick(
                            tick * LineFrame.NS, tick, 0, -90, -90, heard.dbm0(0), heard.dbm0(1), LineFrame.BYTES, 0),
                    LineFrame.SILENCE,
                    heard,
                    found::add);
        }
        return found;
    }
}
