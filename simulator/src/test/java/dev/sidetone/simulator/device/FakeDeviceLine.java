package dev.sidetone.simulator.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A fake data line that never blocks: it reads from a sample source or keeps what is written, and it can be unplugged. */
final class FakeDeviceLine implements DeviceLine {
    private final DeviceFormat format;
    private final @Nullable IntSupplier source;
    private final List<Short> played = new ArrayList<>();
    private boolean unplugged;
    private int closings;

    private FakeDeviceLine(DeviceFormat format, @Nullable IntSupplier source) {
        this.format = format;
        this.source = source;
    }

    /** A microphone's; {@code source} gives one sample a call. */
    static FakeDeviceLine input(DeviceFormat format, IntSupplier source) {
        return new FakeDeviceLine(format, source);
    }

    /** A speaker's. */
    static FakeDeviceLine output(DeviceFormat format) {
        return new FakeDeviceLine(format, null);
    }

    void unplug() {
        unplugged = true;
    }

    int closings() {
        return closings;
    }

    /** What was played so far, as one channel. */
    List<Short> played() {
        return played;
    }

    @Override
    public DeviceFormat format() {
        return format;
    }

    @Override
    public int transfer(byte[] bytes, int length) {
        if (unplugged) {
            return 0;
        }
        if (source == null) {
            keep(format.toMono(bytes, length));
        } else {
            fill(bytes, length, source);
        }
        return length;
    }

    @Override
    public void close() {
        closings++;
    }

    private void keep(short[] samples) {
        for (short sample : samples) {
            played.add(sample);
        }
    }

    private void fill(byte[] bytes, int length, IntSupplier samples) {
        short[] mono = new short[length / format.bytesPerSample()];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (short) samples.getAsInt();
        }
        System.arraycopy(format.fromMono(mono), 0, bytes, 0, length);
    }
}
