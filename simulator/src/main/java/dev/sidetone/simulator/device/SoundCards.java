package dev.sidetone.simulator.device;

import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundSystem.DeviceType;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;

/** Lists and opens the sound cards of one {@link SoundSystem} and turns its errors into {@link DeviceProblem}s. For any thread. */
final class SoundCards implements SoundDevices {
    private final SoundSystem system;

    SoundCards(SoundSystem system) {
        this.system = system;
    }

    @Override
    public List<String> microphones() {
        return names(DeviceType.MICROPHONE);
    }

    @Override
    public List<String> speakers() {
        return names(DeviceType.SPEAKER);
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        DeviceProblems problems = DeviceProblems.of(DeviceType.MICROPHONE, name);
        CardMicrophone microphone = new CardMicrophone(open(DeviceType.MICROPHONE, name, problems), problems);
        DeviceThread.start("microphone", microphone::pump, microphone::release);
        return microphone;
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        DeviceProblems problems = DeviceProblems.of(DeviceType.SPEAKER, name);
        CardSpeaker speaker = new CardSpeaker(open(DeviceType.SPEAKER, name, problems), problems);
        DeviceThread.start("speaker", speaker::pump, speaker::release);
        return speaker;
    }

    @Override
    public StereoLine openStereo(@Nullable String name) throws DeviceProblem {
        DeviceProblems problems = DeviceProblems.of(DeviceType.SPEAKER, name);
        return new CardStereoLine(open(DeviceType.SPEAKER, name, problems, CardStereoLine.PREFERRED), problems);
    }

    /** Lists no device where the machine has no sound system. */
    private List<String> names(DeviceType type) {
        try {
            return system.names(type);
        } catch (LinkageError | RuntimeException e) {
            return List.of();
        }
    }

    private DeviceLine open(DeviceType type, @Nullable String name, DeviceProblems problems) throws DeviceProblem {
        return open(type, name, problems, DeviceFormat.PREFERRED);
    }

    private DeviceLine open(
            DeviceType type, @Nullable String name, DeviceProblems problems, List<DeviceFormat> preferred)
            throws DeviceProblem {
        String exact = name == null ? null : find(name, names(type), problems);
        Kind worst = Kind.MISSING;
        for (DeviceFormat format : preferred) {
            try {
                return system.open(type, exact, format);
            } catch (LineUnavailableException e) {
                worst = Kind.BUSY;
            } catch (SecurityException e) {
                throw problems.problem(Kind.DENIED);
            } catch (LinkageError | RuntimeException e) {
                // No such device, format or sound system: another format may still open.
            }
        }
        throw problems.problem(worst);
    }

    private static String find(String wanted, List<String> names, DeviceProblems problems) throws DeviceProblem {
        if (names.contains(wanted)) {
            return wanted;
        }
        List<String> alike =
                names.stream().filter(name -> contains(name, wanted)).toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw alike.isEmpty() ? problems.unknown(names) : problems.ambiguous(alike);
    }

    private static boolean contains(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
