package dev.sidetone.simulator.phone;

import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.caller.MixingSpeaker;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sound devices of a call from the window: problems come with the window's cures, a busy microphone is retried for a second, since it
 * may just have been released, and the speaker also plays key tones. One call's own.
 */
final class WindowDevices implements SoundDevices {
    private static final long RETRY_FOR_NS = 1_000_000_000L;
    private static final long RETRY_NS = 50_000_000L;

    private final SoundDevices devices;
    private final NanoClock clock;
    private @Nullable MixingSpeaker speaker;

    WindowDevices(SoundDevices devices, NanoClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The speaker that was opened last, or null. */
    @Nullable
    MixingSpeaker speaker() {
        return speaker;
    }

    @Override
    public List<String> microphones() {
        return devices.microphones();
    }

    @Override
    public List<String> speakers() {
        return devices.speakers();
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        long latestNs = clock.nowNs() + RETRY_FOR_NS;
        while (true) {
            try {
                return new CuredMicrophone(devices.openMicrophone(name));
            } catch (DeviceProblem problem) {
                if (problem.kind() != DeviceProblem.Kind.BUSY || clock.nowNs() > latestNs) {
                    throw DeviceCures.microphone(problem);
                }
                Park.forNs(RETRY_NS);
            }
        }
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        try {
            MixingSpeaker opened = new MixingSpeaker(devices.openSpeaker(name));
            speaker = opened;
            return opened;
        } catch (DeviceProblem problem) {
            throw DeviceCures.speaker(problem);
        }
    }

    /** A microphone whose problems come with the window's cures. */
    private record CuredMicrophone(Microphone microphone) implements Microphone {
        @Override
        public LineFrame next() {
            return microphone.next();
        }

        @Override
        public @Nullable DeviceProblem problem() {
            DeviceProblem problem = microphone.problem();
            return problem == null ? null : DeviceCures.microphone(problem);
        }

        @Override
        public long corrections() {
            return microphone.corrections();
        }

        @Override
        public void close() {
            microphone.close();
        }
    }
}
