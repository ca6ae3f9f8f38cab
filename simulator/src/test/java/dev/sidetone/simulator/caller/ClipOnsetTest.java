package dev.sidetone.simulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.voice.SpeechSynthesizer;
import org.junit.jupiter.api.Test;

/** Where a clip begins that begins with a sound without a pitch, as "stop" does: an agent hears that already. */
class ClipOnsetTest {
    @Test
    void anSBeforeTheFirstVowelIsSpeechWhereThereIsNoNoise() throws Exception {
        byte[] mulaw = SpeechSynthesizer.loaded().say("Stop, please.").mulaw();
        short[] samples = new short[mulaw.length];
        Mulaw.decode(mulaw, samples);
        int first = 0;
        while (!SpeechEnergy.isAudible(SpeechEnergy.dbm0(mulaw, first, SpeechEnergy.WINDOW))) {
            first += SpeechEnergy.WINDOW;
        }

        assertThat(Clip.of("stop", samples).speechStart()).isEqualTo(first);
    }
}
