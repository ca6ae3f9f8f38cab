package dev.sidetone.ui.app;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import dev.sidetone.simulator.device.StereoLine;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Fake sound devices: one microphone that delivers a hum, and one speaker; both can fail. For any thread. */
final class FakeSoundDevices implements SoundDevices {
    static final String MICROPHONE = "Hummed into";
    static final String LONG_NAME = "USB Audio Device of the docking station: analog stereo, front microphone";
    static final String SPEAKER = "Nobody listens";

    private static final LineFrame HUM = hum();

    final AtomicInteger playedFrames = new AtomicInteger();
    volatile @Nullable DeviceProblem microphoneProblem;
    private final boolean present;
    private final @Nullable Queue<LineFrame> leak;

    private FakeSoundDevices(boolean present, @Nullable Queue<LineFrame> leak) {
        this.present = present;
        this.leak = leak;
    }

    static FakeSoundDevices whole() {
        return new FakeSoundDevices(true, null);
    }

    static FakeSoundDevices withoutDevices() {
        return new FakeSoundDevices(false, null);
    }

    /** Its microphone hears its speaker, 20 dB softer and 60 ms later. */
    static FakeSoundDevices leaking() {
        Queue<LineFrame> onTheWay = new ConcurrentLinkedQueue<>(List.of(HUM, HUM, HUM));
        return new FakeSoundDevices(true, onTheWay);
    }

    @Override
    public List<String> microphones() {
        return present ? List.of(MICROPHONE, LONG_NAME) : List.of();
    }

    @Override
    public List<String> speakers() {
        return present ? List.of(SPEAKER) : List.of();
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        missing("The microphone is not there.");
        return new Microphone() {
            @Override
            public LineFrame next() {
                LineFrame heard = leak == null ? HUM : leak.poll();
                return microphoneProblem == null && heard != null ? heard : LineFrame.SILENCE;
            }

            @Override
            public @Nullable DeviceProblem problem() {
                return microphoneProblem;
            }

            @Override
            public long corrections() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        missing("The speaker is not there.");
        return new Speaker() {
            @Override
            public void play(LineFrame frame) {
                playedFrames.incrementAndGet();
                if (leak != null) {
                    leak.add(softer(frame));
                }
            }

            @Override
            public @Nullable DeviceProblem problem() {
                return null;
            }

            @Override
            public long corrections() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public StereoLine openStereo(@Nullable String name) throws DeviceProblem {
        missing("The speaker is not there.");
        return new StereoLine() {
            @Override
            public void play(short[] left, short[] right) {
                playedFrames.incrementAndGet();
                Park.forNs(LineFrame.NS * left.length / LineFrame.BYTES);
            }

            @Override
            public double aheadMs() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    private void missing(String what) throws DeviceProblem {
        if (!present) {
            throw new DeviceProblem(Kind.MISSING, what, "Plug one in.");
        }
    }

    private static LineFrame softer(LineFrame frame) {
        short[] samples = new short[LineFrame.BYTES];
        frame.toPcm(samples);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (samples[i] / 10);
        }
        return LineFrame.ofPcm(samples);
    }

    /** Soft enough not to count as speech. */
    private static LineFrame hum() {
        short[] samples = new short[LineFrame.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (60 * Math.sin(2 * Math.PI * i * 200 / LineFrame.RATE_HZ));
        }
        return LineFrame.ofPcm(samples);
    }
}
