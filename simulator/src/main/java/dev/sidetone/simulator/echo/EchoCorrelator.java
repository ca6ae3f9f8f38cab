package dev.sidetone.simulator.echo;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/**
 * Looks for one sound in another at every delay: the normalised correlation of what was played with what was picked up, kept tick by tick
 * over a fading memory. Time in which nothing was played does not count. One owner; allocates nothing after it is made.
 */
public final class EchoCorrelator {
    /** A played frame this weak shows nothing: the energy of a few quantisation steps. */
    private static final float NOTHING = 4f * WhiteningFilter.SAMPLES;

    /** How far a peak must stand above the correlation at all delays: a steady tone is like itself at each of them. */
    private static final float DISTINCT = 3f;

    private final int lags;
    private final float keep;
    private final WhiteningFilter playedFlat = new WhiteningFilter();
    private final WhiteningFilter pickedFlat = new WhiteningFilter();

    /** What was played, whitened, the newest last: the longest delay and one frame. */
    private final float[] played;

    private final float[] picked = new float[WhiteningFilter.SAMPLES];
    private final float[] cross;
    private final float[] playedEnergy;
    private float pickedEnergy;
    private float playedFrames;
    private float bothFrames;
    private int best;
    private float likeness;
    private boolean distinct;
    private float frameLikeness;

    /**
     * @param longestMs the longest delay looked for
     * @param memoryMs how much played sound is remembered
     */
    public EchoCorrelator(int longestMs, int memoryMs) {
        lags = longestMs * WhiteningFilter.RATE_HZ / 1000 + 1;
        keep = (float) Math.exp(-LineFrame.MS / (double) memoryMs);
        played = new float[lags - 1 + WhiteningFilter.SAMPLES];
        cross = new float[lags];
        playedEnergy = new float[lags];
    }

    /** Takes in 20 ms of both; answers whether they told anything. */
    public boolean hear(LineFrame nowPlayed, LineFrame nowPicked) {
        int older = played.length - WhiteningFilter.SAMPLES;
        System.arraycopy(played, WhiteningFilter.SAMPLES, played, 0, older);
        playedFlat.flatten(nowPlayed, played, older);
        float frameEnergy = pickedFlat.flatten(nowPicked, picked, 0);
        float loudest = energies();
        frameLikeness = 0;
        if (loudest < NOTHING) {
            return false;
        }
        pickedEnergy = pickedEnergy * keep + frameEnergy;
        playedFrames = playedFrames * keep + 1;
        bothFrames = bothFrames * keep + (frameEnergy < NOTHING ? 0 : 1);
        correlate(frameEnergy);
        findPeak();
        return true;
    }

    /** How alike they are at the best delay, 0..1. */
    public float likeness() {
        return distinct ? likeness : 0;
    }

    /** How alike the last 20 ms alone were, at the delay that was the best before them, 0..1. */
    public float frameLikeness() {
        return frameLikeness;
    }

    /** The best delay, in samples of the line. */
    public int delaySamples() {
        return best * 2;
    }

    /** How much of what is remembered has sound on both sides. */
    public float evidenceMs() {
        return bothFrames * LineFrame.MS;
    }

    /** How much played sound is remembered. */
    public float playedMs() {
        return playedFrames * LineFrame.MS;
    }

    /** How much of what was played is in what was picked up, at the best delay, as a factor of amplitude. */
    public float gain() {
        return playedEnergy[best] <= 0 ? 0 : Math.abs(cross[best]) / playedEnergy[best];
    }

    /** The energy of what was played, for each delay, by one running sum; answers the largest frame of them. */
    private float energies() {
        float energy = 0;
        int first = played.length - WhiteningFilter.SAMPLES;
        for (int i = first; i < played.length; i++) {
            energy += played[i] * played[i];
        }
        float loudest = energy;
        if (energy == 0 && isQuiet()) {
            return 0;
        }
        for (int lag = 0; lag < lags; lag++) {
            playedEnergy[lag] = playedEnergy[lag] * keep + Math.max(0, energy);
            loudest = Math.max(loudest, energy);
            int from = first - lag - 1;
            if (from >= 0) {
                float in = played[from];
                float out = played[from + WhiteningFilter.SAMPLES];
                energy += in * in - out * out;
            }
        }
        return loudest;
    }

    private boolean isQuiet() {
        for (float sample : played) {
            if (sample != 0) {
                return false;
            }
        }
        return true;
    }

    private void correlate(float frameEnergy) {
        if (frameEnergy == 0) {
            for (int lag = 0; lag < lags; lag++) {
                cross[lag] *= keep;
            }
            return;
        }
        int first = played.length - WhiteningFilter.SAMPLES;
        for (int lag = 0; lag < lags; lag++) {
            int from = first - lag;
            float sum = 0;
            for (int i = 0; i < WhiteningFilter.SAMPLES; i++) {
                sum += picked[i] * played[from + i];
            }
            cross[lag] = cross[lag] * keep + sum;
            if (lag == best) {
                frameLikeness = likeness(sum, frameEnergy, energyAt(first - lag));
            }
        }
    }

    private float energyAt(int from) {
        float energy = 0;
        for (int i = from; i < from + WhiteningFilter.SAMPLES; i++) {
            energy += played[i] * played[i];
        }
        return energy;
    }

    private static float likeness(float cross, float oneEnergy, float otherEnergy) {
        float scale = oneEnergy * otherEnergy;
        return scale <= 0 ? 0 : (float) (Math.abs(cross) / Math.sqrt(scale));
    }

    private void findPeak() {
        float peak = 0;
        double all = 0;
        for (int lag = 0; lag < lags; lag++) {
            float scale = pickedEnergy * playedEnergy[lag];
            float alike = scale <= 0 ? 0 : cross[lag] * cross[lag] / scale;
            all += alike;
            if (alike > peak) {
                peak = alike;
                best = lag;
            }
        }
        likeness = (float) Math.sqrt(Math.min(1, peak));
        distinct = peak > DISTINCT * DISTINCT * all / lags;
    }

    /** Forgets everything. */
    public void forget() {
        Arrays.fill(cross, 0);
        Arrays.fill(playedEnergy, 0);
        pickedEnergy = 0;
        playedFrames = 0;
        bothFrames = 0;
        likeness = 0;
    }
}
