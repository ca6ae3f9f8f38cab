package dev.sidetone.simulator.line.fault;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Random;

/**
 * Makes a street's sound, as random as its seed: distant traffic (noise that falls off above 400 Hz), cars that pass (wider noise that swells
 * and fades over some seconds) and horns (two tones, a third apart). Owned by one call.
 */
final class StreetSound implements SoundFault.SampleFilter {
    private static final double TRAFFIC_HZ = 400;
    private static final double CAR_HZ = 1400;
    private static final double QUALITY = 0.7;

    /** The power of each, of a whole of 1. */
    private static final double TRAFFIC_POWER = 0.45;

    private static final double CARS_POWER = 0.45;
    private static final double HORN_POWER = 0.1;

    /** The power that the two filters leave of white noise. */
    private static final double TRAFFIC_LEFT = 0.1087;

    private static final double CARS_LEFT = 0.3575;

    private static final double CAR_EVERY_S = 4;
    private static final double SHORTEST_CAR_S = 2;
    private static final double LONGEST_CAR_S = 5;
    private static final double HORN_EVERY_S = 12;
    private static final double HORN_S = 0.4;
    private static final double HORN_LOW_HZ = 415;
    private static final double HORN_HIGH_HZ = 523;
    private static final double HORN_EDGE_S = 0.03;

    private final double rms;
    private final Random random;
    private final FilterSection traffic = FilterSection.lowPass(TRAFFIC_HZ, QUALITY);
    private final FilterSection tyres = FilterSection.lowPass(CAR_HZ, QUALITY);
    private final Passing car;
    private final Passing horn;
    private long sample;

    StreetSound(double rms, Random random) {
        this.rms = rms;
        this.random = random;
        this.car = new Passing(CAR_EVERY_S, SHORTEST_CAR_S, LONGEST_CAR_S);
        this.horn = new Passing(HORN_EVERY_S, HORN_S, HORN_S);
    }

    @Override
    public void filter(double[] samples) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] += rms * next();
            sample++;
        }
    }

    private double next() {
        double distant = Math.sqrt(TRAFFIC_POWER / TRAFFIC_LEFT) * traffic.next(random.nextGaussian());
        double near = Math.sqrt(CARS_POWER / CARS_LEFT / carShare()) * tyres.next(random.nextGaussian());
        return distant + near * swell() + honk();
    }

    /** How much of its full power the average car has on average: that of a squared sine, for as long as cars pass. */
    private static double carShare() {
        double passes = (SHORTEST_CAR_S + LONGEST_CAR_S) / 2;
        return 3.0 / 8 * passes / (passes + CAR_EVERY_S);
    }

    private double swell() {
        double half = Math.sin(Math.PI * car.place());
        return half * half;
    }

    private double honk() {
        double place = horn.place();
        if (place == 0) {
            return 0;
        }
        double seconds = (double) sample / LineFrame.RATE_HZ;
        double edge = Math.min(1, Math.min(place, 1 - place) * HORN_S / HORN_EDGE_S);
        double tones = Math.sin(2 * Math.PI * HORN_LOW_HZ * seconds) + Math.sin(2 * Math.PI * HORN_HIGH_HZ * seconds);
        return Math.sqrt(HORN_POWER * (HORN_S + HORN_EVERY_S) / HORN_S) * edge * tones;
    }

    /** Something that comes by again and again, on average so long after it has gone. */
    private final class Passing {
        private final double everyS;
        private final double shortestS;
        private final double longestS;
        private long beginsAt;
        private long endsAt;

        Passing(double everyS, double shortestS, double longestS) {
            this.everyS = everyS;
            this.shortestS = shortestS;
            this.longestS = longestS;
            draw();
        }

        private void draw() {
            double lastsS = shortestS + (longestS - shortestS) * random.nextDouble();
            beginsAt = sample + Math.round(2 * everyS * random.nextDouble() * LineFrame.RATE_HZ);
            endsAt = beginsAt + Math.round(lastsS * LineFrame.RATE_HZ);
        }

        /** How far it has come, of the whole of 0 to 1; 0 while there is none. */
        double place() {
            if (sample >= endsAt) {
                draw();
            }
            return sample < beginsAt ? 0 : (double) (sample - beginsAt) / (endsAt - beginsAt);
        }
    }
}
