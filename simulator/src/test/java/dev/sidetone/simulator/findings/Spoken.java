package dev.sidetone.simulator.findings;

import dev.sidetone.bridge.audio.Mulaw;
import dev.sidetone.fixtures.Voices;
import java.io.ByteArrayOutputStream;

/** A voice as servers get it wrong. */
final class Spoken {
    private final short[] samples;

    private Spoken(short[] samples) {
        this.samples = samples;
    }

    static Spoken of(short[] samples) {
        return new Spoken(samples);
    }

    static Spoken by(String voice) {
        return new Spoken(Voices.open(voice).samples());
    }

    /** All the voices there are, one after the other. */
    static Spoken byAll() {
        short[] all = new short
                [Voices.names().stream()
                        .mapToInt(name -> Voices.open(name).samples().length)
                        .sum()];
        int at = 0;
        for (String name : Voices.names()) {
            short[] one = Voices.open(name).samples();
            System.arraycopy(one, 0, all, at, one.length);
            at += one.length;
        }
        return new Spoken(all);
    }

    /** Played {@code times} as fast, and as high, as it was spoken. */
    Spoken atSpeed(double times) {
        short[] played = new short[(int) ((samples.length - 1) / times)];
        for (int i = 0; i < played.length; i++) {
            double place = i * times;
            int before = (int) place;
            double share = place - before;
            played[i] = (short) Math.round(samples[before] * (1 - share) + samples[before + 1] * share);
        }
        return new Spoken(played);
    }

    Spoken twice() {
        short[] both = new short[2 * samples.length];
        System.arraycopy(samples, 0, both, 0, samples.length);
        System.arraycopy(samples, 0, both, samples.length, samples.length);
        return new Spoken(both);
    }

    byte[] mulaw() {
        byte[] codes = new byte[samples.length];
        Mulaw.encode(samples, codes);
        return codes;
    }

    byte[] pcm16(boolean bigEndian) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (short sample : samples) {
            out.write(bigEndian ? sample >> 8 : sample);
            out.write(bigEndian ? sample : sample >> 8);
        }
        return out.toByteArray();
    }
}
