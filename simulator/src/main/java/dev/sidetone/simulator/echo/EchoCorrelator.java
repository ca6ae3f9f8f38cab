package dev.sidetone.simulator.echo;

import dev.sidetone.bridge.audio.LineFrame;
import java.util.Arrays;

/**
 * Computes the normalised cross-correlation of played and picked-up audio at every delay, with an exponentially fading memory. Time without
 * played audio does not count. Owned by one thread; allocates nothing after construction.
 */
public final class EchoCorrelator {
    /** A frame with less energy than a few quantisation steps counts as silent. */
    private static final float SILENT_ENERGY = 4f * WhiteningFilter.SAMPLES;

    /** The least ratio of the peak to the correlation over all delays: a steady tone correlates at each of them. */
    private static final float DISTINCT = 3f;

    private final int lags;
    private final float keep;
    private final WhiteningFilter playedFlat = new WhiteningFilter();
    private final WhiteningFilter pickedFlat = new WhiteningFilter();

    /** The played audio, whitened, newest last: the longest delay and one frame. */
    private final float[] played;

    private final float[] picked = new float[WhiteningFilter.SAMPLES];
    private final float[] cross;
    private final float[] playedEnergy;
    private int silentSamples;
    private float pickedEnergy;
    private float bothFrames;
    private int best;
    private float likeness;
    private boolean distinct;
    private float frameLikeness;

    /**
     * @param longestMs the longest delay examined
     * @param memoryMs the time constant of the memory, in played audio
     */
    public EchoCorrelator(int longestMs, int memoryMs) {
        lags = longestMs * WhiteningFilter.RATE_HZ / 1000 + 1;
        keep = (float) Math.exp(-LineFrame.MS / (double) memoryMs);
        played = new float[lags - 1 + WhiteningFilter.SAMPLES];
        silentSamples = played.length;
        cross = new float[lags];
        playedEnergy = new float[lags];
    }

    /** Takes 20 ms of both; returns whether they contained played audio to compare. */
    public boolean hear(LineFrame nowPlayed, LineFrame nowPicked) {
        int older = played.length - WhiteningFilter.SAMPLES;
        System.arraycopy(played, WhiteningFilter.SAMPLES, played, 0, older);
        float playedNow = playedFlat.flatten(nowPlayed, played, older);
        silentSamples = playedNow == 0 ? Math.min(played.length, silentSamples + WhiteningFilter.SAMPLES) : 0;
        float frameEnergy = pickedFlat.flatten(nowPicked, picked, 0);
        float loudest = energies(playedNow);
        frameLikeness = 0;
        if (loudest < SILENT_ENERGY) {
            return false;
        }
        pickedEnergy = pickedEnergy * keep + frameEnergy;
        bothFrames = bothFrames * keep + (frameEnergy < SILENT_ENERGY ? 0 : 1);
        if (pickedEnergy > 0) {
            correlate(frameEnergy);
            findPeak();
        }
        return true;
    }

    /** The likeness of both at the best delay, 0..1. */
    public float likeness() {
        return distinct ? likeness : 0;
    }

    /** The likeness of the last 20 ms alone at the previously best delay, 0..1. */
    public float frameLikeness() {
        return frameLikeness;
    }

    /** The best delay, in samples of the line. */
    public int delaySamples() {
        return best * 2;
    }

    /** The remembered time with audio on both sides, ms. */
    public float evidenceMs() {
        return bothFrames * LineFrame.MS;
    }

    /** The amplitude factor of the played audio in the picked-up audio at the best delay. */
    public float gain() {
        return playedEnergy[best] <= 0 ? 0 : Math.abs(cross[best]) / playedEnergy[best];
    }

    /** Updates the energy of the played audio for each delay by a running sum from {@code newest} on; returns the largest frame energy. */
    private float energies(float newest) {
        if (silentSamples == played.length) {
            return 0;
        }
        float energy = newest;
        float loudest = newest;
        int first = played.length - WhiteningFilter.SAMPLES;
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

    private void correlate(float frameEnergy) {
        if (frameEnergy == 0) {
            for (int lag = 0; lag < lags; lag++) {
                cross[lag] *= keep;
            }
            return;
        }
        int first = played.length - WhiteningFilter.SAMPLES;
        frameLikeness = likeness(product(first - best), frameEnergy, energyAt(first - best));
        int lag = 0;
        for (; lag + 4 <= lags; lag += 4) {
            correlateFour(lag, first - lag);
        }
        for (; lag < lags; lag++) {
            cross[lag] = cross[lag] * keep + product(first - lag);
        }
    }

    /** Four delays at once: their sums share each sample that is read, and do not wait for one another. */
    private void correlateFour(int lag, int from) {
        float[] sound = played;
        float older1 = sound[from - 1];
        float older2 = sound[from - 2];
        float older3 = sound[from - 3];
        float sum = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int at = from;
        for (float sample : picked) {
            float now = sound[at++];
            sum += sample * now;
            sum1 += sample * older1;
            sum2 += sample * older2;
            sum3 += sample * older3;
            older3 = older2;
            older2 = older1;
            older1 = now;
        }
        cross[lag] = cross[lag] * keep + sum;
        cross[lag + 1] = cross[lag + 1] * keep + sum1;
        cross[lag + 2] = cross[lag + 2] * keep + sum2;
        cross[lag + 3] = cross[lag + 3] * keep + sum3;
    }

    private float product(int from) {
        float sum = 0;
        for (int i = 0; i < WhiteningFilter.SAMPLES; i++) {
            sum += picked[i] * played[from + i];
        }
        return sum;
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

    /** Clears the memory. */
    public void reset() {
        Arrays.fill(cross, 0);
        Arrays.fill(playedEnergy, 0);
        pickedEnergy = 0;
        bothFrames = 0;
        likeness = 0;
    }
}
