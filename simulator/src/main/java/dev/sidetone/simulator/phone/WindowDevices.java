package dev.sidetone.simulator.phone;

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
 * The sound devices of a call from the window: problems come with the window's cures, a microphone that cannot be opened is tried again for a
 * second, since it may just have been released, the speaker also plays key tones, and both can be switched while the call runs. One call's own;
 * opened on the phone's thread, switched by {@link DeviceMonitor}.
 */
final class WindowDevices implements SoundDevices {
    private static final long RETRY_FOR_NS = 1_000_000_000L;
    private static final long RETRY_NS = 50_000_000L;

    private final SoundDevices devices;
    private final NanoClock clock;
    private volatile @Nullable SwitchableMicrophone microphone;
    private volatile @Nullable SwitchableSpeaker speaker;
    private @Nullable MixingSpeaker mixing;

    WindowDevices(SoundDevices devices, NanoClock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The speaker that was opened last, or null. */
    @Nullable
    MixingSpeaker speaker() {
        return mixing;
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
        SwitchableMicrophone opened = new SwitchableMicrophone(microphone(name));
        microphone = opened;
        return opened;
    }

    private Microphone microphone(@Nullable String name) throws DeviceProblem {
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

    /** Opens a speaker; where the machine's default is none, one that can be switched to a device that is plugged in later. */
    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        return open(name, true);
    }

    /** The same, where a call without sound is no news. */
    void openSpeakerIfAny(@Nullable String name) throws DeviceProblem {
        open(name, false);
    }

    private Speaker open(@Nullable String name, boolean told) throws DeviceProblem {
        Speaker first;
        try {
            first = device(name);
        } catch (DeviceProblem problem) {
            if (name != null) {
                throw problem;
            }
            first = new AbsentSpeaker(told ? problem : null);
        }
        SwitchableSpeaker switchable = new SwitchableSpeaker(first);
        MixingSpeaker opened = new MixingSpeaker(switchable);
        speaker = switchable;
        mixing = opened;
        return opened;
    }

    private Speaker device(@Nullable String name) throws DeviceProblem {
        try {
            return new CuredSpeaker(devices.openSpeaker(name));
        } catch (DeviceProblem problem) {
            throw DeviceCures.speaker(problem);
        }
    }

    /** Opens another microphone for the running call; returns false for a call without one. Blocks while the device opens. */
    boolean switchMicrophone(@Nullable String name) throws DeviceProblem {
        SwitchableMicrophone used = microphone;
        if (used != null) {
            used.become(microphone(name));
        }
        return used != null;
    }

    /** Opens another speaker for the running call; returns false for a call without one. Blocks while the device opens. */
    boolean switchSpeaker(@Nullable String name) throws DeviceProblem {
        SwitchableSpeaker used = speaker;
        if (used != null) {
            used.become(device(name));
        }
        return used != null;
    }

    /** Whether the microphone of the call is gone. */
    boolean lacksMicrophone() {
        SwitchableMicrophone used = microphone;
        DeviceProblem problem = used == null ? null : used.problem();
        return problem != null && problem.kind() != DeviceProblem.Kind.SILENT;
    }

    /** Whether the speaker of the call is gone, or was never there. */
    boolean lacksSpeaker() {
        SwitchableSpeaker used = speaker;
        return used != null && (used.problem() != null || used.isAbsent());
    }
}
