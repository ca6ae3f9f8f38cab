package dev.sidetone.simulator.playback;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.StereoLine;
import dev.sidetone.simulator.recording.CallSound;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One playing of a call's sound, 20 ms a step. It is paced by its line, so that no clock is asked. Stepped by one thread; moved and read by any.
 */
final class Playback {
    private static final int STEP = LineFrame.BYTES;
    private static final double SAMPLES_PER_MS = LineFrame.RATE_HZ / 1000.0;

    private final CallSound sound;
    private final StereoLine line;
    private final double soundAtMs;
    private final short[] caller = new short[STEP];
    private final short[] agent = new short[STEP];
    private long sample;
    private double begunMs;
    private volatile @Nullable LoopedPart loop;
    private volatile @Nullable Double wantedMs;
    private volatile double heardMs;

    Playback(CallSound sound, StereoLine line, double soundAtMs, double fromMs, @Nullable LoopedPart loop) {
        this.sound = sound;
        this.line = line;
        this.soundAtMs = soundAtMs;
        this.loop = loop;
        goTo(fromMs);
    }

    /** Goes on at another moment with the next step. */
    void move(double ms) {
        wantedMs = ms;
    }

    /** Repeats a part from the next step on; null plays to the end. */
    void repeat(@Nullable LoopedPart part) {
        loop = part;
    }

    /** What is heard now, on the call's clock. */
    double heardMs() {
        return heardMs;
    }

    /** Plays the next 20 ms; returns whether there is more. */
    boolean step() throws IOException, DeviceProblem {
        Double wanted = wantedMs;
        if (wanted != null) {
            wantedMs = null;
            goTo(wanted);
        }
        LoopedPart part = loop;
        if (part != null && (atMs() >= part.toMs() || atMs() < part.fromMs())) {
            goTo(part.fromMs());
        }
        sound.read(sample, caller, agent);
        line.play(caller, agent);
        sample += STEP;
        heardMs = Math.max(begunMs, atMs() - line.aheadMs());
        double leftMs = sound.samples() / SAMPLES_PER_MS + line.aheadMs() - sample / SAMPLES_PER_MS;
        return part != null || leftMs > 0;
    }

    private void goTo(double ms) {
        sample = Math.round(Math.max(0, ms - soundAtMs) * SAMPLES_PER_MS);
        begunMs = atMs();
        heardMs = begunMs;
    }

    private double atMs() {
        return soundAtMs + sample / SAMPLES_PER_MS;
    }
}
