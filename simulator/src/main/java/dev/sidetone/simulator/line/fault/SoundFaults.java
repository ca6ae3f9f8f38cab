package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.List;
import java.util.Random;

/**
 * The caller's frame as a bad line carries it: muted, with the agent's echo, with noise, through a telephone's band, in this order. A
 * frame with which nothing is wrong is given back as it is. Owned by {@link FaultInjector}.
 */
final class SoundFaults {
    private final List<FaultWindow> windows;
    private final EchoPath echo = new EchoPath();
    private final Random dice;
    private final TelephoneBand band = new TelephoneBand();
    private final short[] samples = new short[LineFrame.BYTES];
    private final double[] mixed = new double[LineFrame.BYTES];

    SoundFaults(List<FaultWindow> windows, Random dice) {
        this.windows = windows.stream()
                .filter(window -> window.fault() instanceof LineFault.OfSound)
                .toList();
        this.dice = dice;
    }

    /** @param heard what the caller hears in this tick */
    LineFrame carry(LineFrame said, LineFrame heard, long ns) {
        if (windows.isEmpty()) {
            return said;
        }
        LineFrame leak = echo.afterHearing(heard);
        LineFrame voice = isMuted(ns) ? LineFrame.SILENCE : said;
        return windows.stream().anyMatch(window -> colours(window, ns)) ? coloured(voice, leak, ns) : voice;
    }

    private boolean isMuted(long ns) {
        return windows.stream().anyMatch(window -> window.fault() instanceof LineFault.Mute && window.holds(ns));
    }

    private static boolean colours(FaultWindow window, long ns) {
        return !(window.fault() instanceof LineFault.Mute) && window.holds(ns);
    }

    private LineFrame coloured(LineFrame voice, LineFrame leak, long ns) {
        voice.toPcm(samples);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = samples[i];
        }
        for (FaultWindow window : windows) {
            if (window.holds(ns)) {
                add(window.fault(), leak);
            }
        }
        if (windows.stream().anyMatch(window -> window.fault() instanceof LineFault.Band && window.holds(ns))) {
            band.filter(mixed);
        }
        return encoded();
    }

    private void add(LineFault fault, LineFrame leak) {
        if (fault instanceof LineFault.Echo leaking) {
            double gain = Math.pow(10, leaking.db() / 20);
            leak.toPcm(samples);
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += gain * samples[i];
            }
        } else if (fault instanceof LineFault.Noise noise) {
            double deviation = Loudness.rms(Loudness.VOICE_DBM0 - noise.db());
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] += deviation * dice.nextGaussian();
            }
        }
    }

    private LineFrame encoded() {
        for (int i = 0; i < mixed.length; i++) {
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(mixed[i])));
        }
        return LineFrame.ofPcm(samples);
    }

    /** Levels as amplitudes. */
    private static final class Loudness {
        /** What a voice on the line averages to while it speaks. */
        static final double VOICE_DBM0 = -18;
        /** A sine that reads 3.17 dBm0 has this peak. */
        private static final double FULL_SCALE_PEAK = 8159 * 4;

        private static final double FULL_SCALE_DBM0 = 3.17;

        static double rms(double dbm0) {
            return FULL_SCALE_PEAK / Math.sqrt(2) * Math.pow(10, (dbm0 - FULL_SCALE_DBM0) / 20);
        }
    }
}
