package dev.sidetone.simulator.playback;

import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.StereoLine;
import dev.sidetone.simulator.recording.CallSound;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Plays recorded calls, the caller to the left ear and the agent to the right. Its methods return at once, on any thread; a thread of its own reads
 * the disk and waits for the sound card. What cannot be played is a sentence in {@link #now}.
 */
public final class RecordingPlayer implements AutoCloseable {
    private static final String CURE = " Choose another speaker, or plug one in, and play again.";

    private final Opening speakers;
    private final ExecutorService worker;
    private volatile @Nullable Run latest;

    /** Opens the speaker of that name; null is the machine's default. */
    @FunctionalInterface
    public interface Opening {
        StereoLine open(@Nullable String name) throws DeviceProblem;
    }

    public RecordingPlayer(Opening speakers) {
        this(speakers, Executors.newSingleThreadExecutor(RecordingPlayer::thread));
    }

    /** One that plays on the thread of {@code worker}, which it closes with itself. */
    RecordingPlayer(Opening speakers, ExecutorService worker) {
        this.speakers = speakers;
        this.worker = worker;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "player");
        thread.setDaemon(true);
        return thread;
    }

    /** Plays a call from a moment on, in place of what is being played; {@code loop} is repeated, null plays to the end. */
    public void play(PlayableCall call, double fromMs, @Nullable LoopedPart loop, @Nullable String speaker) {
        stop();
        Run run = new Run(call, fromMs, loop, speaker);
        latest = run;
        worker.execute(run);
    }

    /** Goes on at another moment; ignored while nothing is played. */
    public void moveTo(double ms) {
        Run run = latest;
        if (run != null) {
            run.move(ms);
        }
    }

    /** Repeats a part from now on; null plays to the end. */
    public void repeat(@Nullable LoopedPart part) {
        Run run = latest;
        if (run != null) {
            run.repeat(part);
        }
    }

    /** Stops, and keeps the place. */
    public void stop() {
        Run run = latest;
        if (run != null) {
            run.on = false;
        }
    }

    /** What it is doing. */
    public Playing now() {
        Run run = latest;
        return run == null ? Playing.NOTHING : run.now();
    }

    /** Stops for good. */
    @Override
    public void close() {
        stop();
        worker.shutdown();
    }

    /** One playing, from its order to its end. */
    private final class Run implements Runnable {
        private final PlayableCall call;
        private final @Nullable String speaker;
        private volatile double fromMs;
        private volatile @Nullable LoopedPart loop;
        private volatile boolean on = true;
        private volatile @Nullable Playback playback;
        private volatile @Nullable String trouble;

        Run(PlayableCall call, double fromMs, @Nullable LoopedPart loop, @Nullable String speaker) {
            this.call = call;
            this.fromMs = fromMs;
            this.loop = loop;
            this.speaker = speaker;
        }

        @Override
        public void run() {
            if (!on) {
                return;
            }
            try (CallSound sound = CallSound.open(call.folder());
                    StereoLine line = speakers.open(speaker)) {
                Playback begun = new Playback(sound, line, call.soundAtMs(), fromMs, loop);
                playback = begun;
                begun.move(fromMs);
                begun.repeat(loop);
                while (on && begun.step()) {
                    // Paced by the line.
                }
            } catch (DeviceProblem e) {
                trouble = e.what() + CURE;
            } catch (IOException | RuntimeException e) {
                trouble = "The recording cannot be played: " + e.getMessage() + ". Open another call, or make one.";
            } finally {
                on = false;
            }
        }

        void move(double ms) {
            fromMs = ms;
            Playback begun = playback;
            if (begun != null) {
                begun.move(ms);
            }
        }

        void repeat(@Nullable LoopedPart part) {
            loop = part;
            Playback begun = playback;
            if (begun != null) {
                begun.repeat(part);
            }
        }

        Playing now() {
            Playback begun = playback;
            return new Playing(on, begun == null ? fromMs : begun.heardMs(), trouble);
        }
    }
}
