package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import org.jspecify.annotations.Nullable;

/** A microphone on a card: its own thread {@linkplain #pump pumps} sound into a ring, the line thread takes frames out. */
final class CardMicrophone implements Microphone {
    private static final int CAPACITY = LineFrame.RATE_HZ / 2;
    private static final int SILENT_SAMPLES = 2 * LineFrame.RATE_HZ;

    private final DeviceLine line;
    private final DeviceProblems words;
    private final SampleRing ring = new SampleRing(CAPACITY);
    private volatile boolean closed;
    private volatile @Nullable DeviceProblem problem;

    // The device thread's own.
    private final byte[] chunk;
    private final Resampler resampler;
    private int zeros;
    private boolean alive;

    // The line thread's own.
    private final DriftCompensator keeper = new DriftCompensator();
    private final StallDetector watch = new StallDetector();
    private final short[] samples = new short[LineFrame.BYTES];
    private LineFrame lastFrame = LineFrame.SILENCE;
    private boolean flowing;
    private boolean dry;

    CardMicrophone(DeviceLine line, DeviceProblems words) {
        this.line = line;
        this.words = words;
        chunk = new byte[line.format().chunkBytes()];
        resampler = new Resampler(line.format().rateHz(), LineFrame.RATE_HZ);
    }

    /** Moves one chunk from the card into the ring; false when there is no more. On the device thread. */
    boolean pump() {
        if (closed) {
            return false;
        }
        int bytes = line.transfer(chunk, chunk.length);
        if (bytes <= 0) {
            problem = closed ? problem : words.problem(Kind.LOST);
            return false;
        }
        short[] heard = resampler.resample(line.format().toMono(chunk, bytes));
        if (!alive) {
            listenForLife(heard);
        }
        ring.put(heard, 0, heard.length);
        return true;
    }

    /** Gives the card back. On the device thread, last of all. */
    void release() {
        line.close();
    }

    @Override
    public LineFrame next() {
        if (problem == null && watch.stalled(ring.put())) {
            problem = words.problem(Kind.LOST);
            close();
        }
        int needed = flowing ? LineFrame.BYTES : LineFrame.BYTES + DriftCompensator.START;
        if (ring.fill() < needed) {
            return nothing();
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
        return keeper.corrections();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void listenForLife(short[] heard) {
        for (short sample : heard) {
            alive |= sample != 0;
        }
        zeros += heard.length;
        if (alive) {
            problem = null;
        } else if (zeros >= SILENT_SAMPLES && problem == null) {
            problem = words.problem(Kind.SILENT);
        }
    }

    /** A single missing frame is papered over with the one before it; however long it lasts, a gap is one. */
    private LineFrame nothing() {
        if (!flowing || dry) {
            return LineFrame.SILENCE;
        }
        dry = true;
        keeper.ranDry();
        return lastFrame;
    }

    private LineFrame take() {
        ring.peek(samples);
        LineFrame frame = LineFrame.ofPcm(samples);
        boolean silent = !SpeechEnergy.isAudible(frame.dbm0(0));
        int correction = keeper.correction(ring.fill() - LineFrame.BYTES, silent);
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
