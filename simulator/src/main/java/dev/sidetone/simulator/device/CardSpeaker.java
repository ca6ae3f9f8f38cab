package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import org.jspecify.annotations.Nullable;

/** A speaker on a sound card. The line thread writes frames into a ring; its thread {@linkplain #pump plays} them at the card's pace. */
final class CardSpeaker implements Speaker {
    private static final int CAPACITY = LineFrame.RATE_HZ / 2;
    private static final int CHUNK = DeviceFormat.LINE_CHUNK;

    private final DeviceLine line;
    private final DeviceProblems problems;
    private final SampleRing ring = new SampleRing(CAPACITY);
    private volatile boolean closed;
    private volatile boolean flowing;
    private volatile @Nullable DeviceProblem problem;
    private volatile int underruns;

    // Used on the device thread only.
    private final Resampler resampler;
    private final short[] chunk = new short[CHUNK];
    private final short[] silence = new short[CHUNK];
    private boolean dry = true;

    // Used on the line thread only.
    private final DriftCompensator drift = new DriftCompensator();
    private final StallDetector stall = new StallDetector();
    private final short[] samples = new short[LineFrame.BYTES];
    private int surplus;
    private int underrunsSeen;

    CardSpeaker(DeviceLine line, DeviceProblems problems) {
        this.line = line;
        this.problems = problems;
        resampler = new Resampler(LineFrame.RATE_HZ, line.format().rateHz());
    }

    /** Moves one chunk, or silence if the ring is empty, to the card; returns false at the end. On the device thread. */
    boolean pump() {
        if (closed) {
            return false;
        }
        byte[] bytes = line.format().fromMono(resampler.resample(nextChunk()));
        if (line.transfer(bytes, bytes.length) > 0) {
            return true;
        }
        problem = closed ? problem : problems.problem(Kind.LOST);
        return false;
    }

    /** Releases the card. Called last, on the device thread. */
    void release() {
        line.close();
    }

    @Override
    public void play(LineFrame frame) {
        if (problem == null && flowing && stall.stalled(ring.taken())) {
            problem = problems.problem(Kind.LOST);
            close();
        }
        if (!flowing) {
            ring.put(new short[DriftCompensator.START], 0, DriftCompensator.START);
            flowing = true;
        }
        frame.toPcm(samples);
        put(frame);
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

    /** Applies a correction; a drop larger than one frame is spread over several. */
    private void put(LineFrame frame) {
        if (underrunsSeen != underruns) {
            underrunsSeen = underruns;
            drift.underrun();
        }
        if (surplus == 0) {
            surplus = drift.correction(ring.fill(), !SpeechEnergy.isAudible(frame.dbm0(0)));
        }
        if (surplus < 0) {
            ring.put(samples, 0, -surplus);
            surplus = 0;
        }
        int dropped = Math.min(surplus, LineFrame.BYTES);
        surplus -= dropped;
        ring.put(samples, dropped, LineFrame.BYTES - dropped);
    }

    private short[] nextChunk() {
        if (ring.fill() < CHUNK) {
            countUnderrun();
            return silence;
        }
        dry = false;
        ring.peek(chunk);
        ring.skip(CHUNK);
        return chunk;
    }

    /** A gap counts as one underrun however long it lasts. */
    private void countUnderrun() {
        if (!dry) {
            dry = true;
            int before = underruns;
            underruns = before + 1;
        }
    }
}
