package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import dev.sidetone.bridge.audio.SpeechEnergy;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import org.jspecify.annotations.Nullable;

/** A speaker on a card: the line thread puts frames into a ring, its own thread {@linkplain #pump pumps} them out at the card's pace. */
final class CardSpeaker implements Speaker {
    private static final int CAPACITY = LineFrame.RATE_HZ / 2;
    private static final int CHUNK = DeviceFormat.LINE_CHUNK;

    private final DeviceLine line;
    private final DeviceProblems words;
    private final SampleRing ring = new SampleRing(CAPACITY);
    private volatile boolean closed;
    private volatile boolean flowing;
    private volatile @Nullable DeviceProblem problem;
    private volatile int dryRuns;

    // The device thread's own.
    private final Resampler resampler;
    private final short[] chunk = new short[CHUNK];
    private final short[] silence = new short[CHUNK];
    private boolean dry = true;

    // The line thread's own.
    private final DriftCompensator keeper = new DriftCompensator();
    private final StallDetector watch = new StallDetector();
    private final short[] samples = new short[LineFrame.BYTES];
    private int surplus;
    private int dryRunsSeen;

    CardSpeaker(DeviceLine line, DeviceProblems words) {
        this.line = line;
        this.words = words;
        resampler = new Resampler(LineFrame.RATE_HZ, line.format().rateHz());
    }

    /** Moves one chunk to the card, silence if there is nothing else; false when there is no more. On the device thread. */
    boolean pump() {
        if (closed) {
            return false;
        }
        byte[] bytes = line.format().fromMono(resampler.resample(nextChunk()));
        if (line.transfer(bytes, bytes.length) > 0) {
            return true;
        }
        problem = closed ? problem : words.problem(Kind.LOST);
        return false;
    }

    /** Gives the card back. On the device thread, last of all. */
    void release() {
        line.close();
    }

    @Override
    public void play(LineFrame frame) {
        if (problem == null && flowing && watch.stalled(ring.taken())) {
            problem = words.problem(Kind.LOST);
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
        return keeper.corrections();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** What is to be left out goes out of as many frames as it takes. */
    private void put(LineFrame frame) {
        if (dryRunsSeen != dryRuns) {
            dryRunsSeen = dryRuns;
            keeper.ranDry();
        }
        if (surplus == 0) {
            surplus = keeper.correction(ring.fill(), !SpeechEnergy.isAudible(frame.dbm0(0)));
        }
        if (surplus < 0) {
            ring.put(samples, 0, -surplus);
            surplus = 0;
        }
        int leftOut = Math.min(surplus, LineFrame.BYTES);
        surplus -= leftOut;
        ring.put(samples, leftOut, LineFrame.BYTES - leftOut);
    }

    private short[] nextChunk() {
        if (ring.fill() < CHUNK) {
            countDryRun();
            return silence;
        }
        dry = false;
        ring.peek(chunk);
        ring.skip(CHUNK);
        return chunk;
    }

    /** However long it lasts, a gap is one. */
    private void countDryRun() {
        if (!dry) {
            dry = true;
            int before = dryRuns;
            dryRuns = before + 1;
        }
    }
}
