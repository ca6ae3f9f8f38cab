package dev.sidetone.simulator.device;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.Resampler;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two voices on a sound card; one that has a single channel plays both of them mixed. */
final class CardStereoLine implements StereoLine {
    /** The formats in the order they are tried. */
    static final List<DeviceFormat> PREFERRED = preferred();

    private final DeviceLine line;
    private final DeviceProblems problems;
    private final Resampler left;
    private final Resampler right;

    CardStereoLine(DeviceLine line, DeviceProblems problems) {
        this.line = line;
        this.problems = problems;
        left = new Resampler(LineFrame.RATE_HZ, line.format().rateHz());
        right = new Resampler(LineFrame.RATE_HZ, line.format().rateHz());
    }

    private static List<DeviceFormat> preferred() {
        List<DeviceFormat> formats = new ArrayList<>();
        for (int rateHz : new int[] {48_000, 44_100, 16_000, LineFrame.RATE_HZ}) {
            formats.add(new DeviceFormat(rateHz, 2));
        }
        formats.addAll(DeviceFormat.PREFERRED.stream()
                .filter(format -> format.channels() == 1)
                .toList());
        return List.copyOf(formats);
    }

    @Override
    public void play(short[] leftSamples, short[] rightSamples) throws DeviceProblem {
        byte[] bytes = line.format().fromStereo(left.resample(leftSamples), right.resample(rightSamples));
        for (int sent = 0; sent < bytes.length; ) {
            byte[] rest = sent == 0 ? bytes : Arrays.copyOfRange(bytes, sent, bytes.length);
            int moved = line.transfer(rest, rest.length);
            if (moved <= 0) {
                throw problems.problem(Kind.LOST);
            }
            sent += moved;
        }
    }

    @Override
    public double aheadMs() {
        return DeviceFormat.BUFFER_MS;
    }

    @Override
    public void close() {
        line.close();
    }
}
