package dev.sidetone.simulator.device;

import dev.sidetone.simulator.device.DeviceProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;

/** A fake sound system with some cards for input and output, which can be set to fail. */
final class FakeSoundSystem implements SoundSystem {
    /** The failures known from javax.sound. */
    enum Refusal {
        NO_SUCH_LINE(Kind.MISSING),
        LINE_TAKEN(Kind.BUSY),
        NOT_ALLOWED(Kind.DENIED),
        NO_SOUND_IN_THIS_JAVA(Kind.MISSING);

        final Kind meaning;

        Refusal(Kind meaning) {
            this.meaning = meaning;
        }
    }

    private final List<String> names;
    private final List<String> opened = new ArrayList<>();
    private @Nullable DeviceFormat only;
    private @Nullable DeviceFormat lastFormat;
    private @Nullable Refusal refusal;

    FakeSoundSystem(String... names) {
        this.names = List.of(names);
    }

    /** From now on there is one format. */
    void only(DeviceFormat format) {
        only = format;
    }

    void refuse(Refusal how) {
        refusal = how;
    }

    List<String> opened() {
        return opened;
    }

    @Nullable
    DeviceFormat lastFormat() {
        return lastFormat;
    }

    @Override
    public List<String> names(DeviceType type) {
        if (refusal == Refusal.NO_SOUND_IN_THIS_JAVA) {
            throw new UnsatisfiedLinkError("libjsound");
        }
        return names;
    }

    @Override
    public DeviceLine open(DeviceType type, @Nullable String name, DeviceFormat format)
            throws LineUnavailableException {
        if (refusal != null) {
            throw refuse(refusal, format);
        }
        if (only != null && !only.equals(format)) {
            throw new IllegalArgumentException("no line of " + format);
        }
        opened.add(name == null ? "the default" : name);
        lastFormat = format;
        return type == DeviceType.MICROPHONE ? FakeDeviceLine.input(format, () -> 0) : FakeDeviceLine.output(format);
    }

    private static RuntimeException refuse(Refusal refusal, DeviceFormat format) throws LineUnavailableException {
        return switch (refusal) {
            case NO_SUCH_LINE -> new IllegalArgumentException("no line of " + format);
            case LINE_TAKEN -> throw new LineUnavailableException("busy");
            case NOT_ALLOWED -> new SecurityException("denied");
            case NO_SOUND_IN_THIS_JAVA -> throw new UnsatisfiedLinkError("libjsound");
        };
    }
}
