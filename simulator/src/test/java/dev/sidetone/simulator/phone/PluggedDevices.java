package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Fake sound devices that are plugged in and pulled out while a test runs. For any thread. */
final class PluggedDevices implements SoundDevices {
    /** What was opened, as in {@code microphone Headset}; {@code default} without a name. */
    final BlockingQueue<String> opened = new LinkedBlockingQueue<>();

    final AtomicInteger released = new AtomicInteger();
    private volatile List<String> microphones = List.of();
    private volatile List<String> speakers = List.of();
    private volatile boolean gone;

    void plug(List<String> microphones, List<String> speakers) {
        this.microphones = microphones;
        this.speakers = speakers;
    }

    /** Whatever was opened so far is lost. */
    void pull() {
        gone = true;
        plug(List.of(), List.of());
    }

    /** What is opened from now on works. */
    void replug(List<String> microphones, List<String> speakers) {
        gone = false;
        plug(microphones, speakers);
    }

    @Override
    public List<String> microphones() {
        return microphones;
    }

    @Override
    public List<String> speakers() {
        return speakers;
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        Plug plug = open("microphone", name, microphones);
        return new Microphone() {
            @Override
            public LineFrame next() {
                return LineFrame.SILENCE;
            }

            @Override
            public @Nullable DeviceProblem problem() {
                return plug.problem();
            }

            @Override
            public long corrections() {
                return 1;
            }

            @Override
            public void close() {
                released.incrementAndGet();
            }
        };
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        Plug plug = open("speaker", name, speakers);
        return new Speaker() {
            @Override
            public void play(LineFrame frame) {}

            @Override
            public @Nullable DeviceProblem problem() {
                return plug.problem();
            }

            @Override
            public long corrections() {
                return 1;
            }

            @Override
            public void close() {
                released.incrementAndGet();
            }
        };
    }

    private Plug open(String kind, @Nullable String name, List<String> there) throws DeviceProblem {
        if (name == null ? there.isEmpty() : !there.contains(name)) {
            throw new DeviceProblem(Kind.MISSING, "The " + kind + " is not there.", "Plug one in.");
        }
        opened.add(kind + " " + (name == null ? "default" : name));
        return new Plug();
    }

    /** One opened device, which is lost for good once it was pulled. */
    private final class Plug {
        private volatile boolean lost;

        @Nullable
        DeviceProblem problem() {
            lost |= gone;
            return lost ? new DeviceProblem(Kind.LOST, "It is gone.", "Plug it in again.") : null;
        }
    }
}
