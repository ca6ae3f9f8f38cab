package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import org.jspecify.annotations.Nullable;

/** A microphone on a sound card. Its thread {@linkplain #pump writes} audio into a ring; the line thread reads frames from it. */
final class CardMicrophone implements Microphone {
    private static final int CAPACITY = LineFrame.RATE_HZ / 2;
    private static final int SILENT_SAMPLES = 2 * LineFrame.RATE_HZ;

    private final DeviceLine line;
    private final DeviceProblems problems;
    private final SampleRing ring = new SampleRing(CAPACITY);
    private volatile boolean closed;
    private volatile @Nullable DeviceProblem problem;

    // Used on the device thread only.
    private final byte[] chunk;
    private final Resampler resampler;
    private int zeros;
    private boolean signalSeen;

    // Used on the line thread only.
    private final DriftCompensator drift = new DriftCompensator();
    private final StallDetector stall = new StallDetector();
    private final short[] samples = new short[LineFrame.BYTES];
    private LineFrame lastFrame = LineFrame.SILENCE;
    private boolean flowing;
    private boolean dry;

    CardMicrophone(DeviceLine line, DeviceProblems problems) {
        this.line = line;
        this.problems = problems;
        chunk = new byte[line.format().chunkBytes()];
        resampler = new Resampler(line.format().rateHz(), LineFrame.RATE_HZ);
    }

    /** Moves one chunk from the card into the ring; returns false at the end. On the device thread. */
    boolean pump() {
        if (closed) {
            return false;
        }
        int bytes = line.transfer(chunk, chunk.length);
        if (bytes <= 0) {
            problem = closed ? problem : problems.problem(Kind.LOST);
            return false;
        }
        short[] heard = resampler.resample(line.format().toMono(chunk, bytes));
        if (!signalSeen) {
            checkForSignal(heard);
        }
        ring.put(heard, 0, heard.length);
        return true;
    }

    /** Releases the card. Called last, on the device thread. */
    void release() {
        line.close();
    }

    @Override
    public LineFrame next() {
        if (problem == null && stall.stalled(ring.put())) {
            problem = problems.problem(Kind.LOST);
            close();
        }
        int needed = flowing ? LineFrame.BYTES : LineFrame.BYTES + DriftCompensator.START;
        if (ring.fill() < needed) {
            return substitute();
        }
        if (!flowing) {
            flowing = true;
            ring.skip(ring.fill() - needed);
        }
        dry = false;
        lastFrame = take();
        return lastFrame;
    }

    @Override
    public @Nullable DeviceProblem problem() {
        return problem;
    }

    @Override
    public long corrections() {
        return drift.corrections();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void checkForSignal(short[] heard) {
        for (short sample : heard) {
            signalSeen |= sample != 0;
        }
        zeros += heard.length;
        if (signalSeen) {
            problem = null;
        } else if (zeros >= SILENT_SAMPLES && problem == null) {
            problem = problems.problem(Kind.SILENT);
        }
    }

    /** Repeats the last frame once, then plays silence; a gap counts as one underrun however long it lasts. */
    private LineFrame substitute() {
        if (!flowing || dry) {
            return LineFrame.SILENCE;
        }
        dry = true;
        drift.underrun();
        return lastFrame;
    }

    private LineFrame take() {
        ring.peek(samples);
        LineFrame frame = LineFrame.ofPcm(samples);
        boolean silent = !SpeechEnergy.isAudible(frame.dbm0(0));
        int correction = drift.correction(ring.fill() - LineFrame.BYTES, silent);
        if (correction == 0) {
            ring.skip(LineFrame.BYTES);
            return frame;
        }
        if (correction > 0) {
            ring.skip(correction);
            ring.peek(samples);
            ring.skip(LineFrame.BYTES);
            return LineFrame.ofPcm(samples);
        }
        ring.skip(LineFrame.BYTES - DriftCompensator.STEP);
        System.arraycopy(samples, 0, samples, DriftCompensator.STEP, DriftCompensator.STEP);
        return LineFrame.ofPcm(samples);
    }
}
