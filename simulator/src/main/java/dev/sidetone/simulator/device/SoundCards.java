package dev.sidetone.simulator.device;

import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundSystem.Direction;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;

/** Finds and opens the cards of one sound system, and puts its refusals into plain words. */
final class SoundCards implements SoundDevices {
    private final SoundSystem system;

    SoundCards(SoundSystem system) {
        this.system = system;
    }

    @Override
    public List<String> microphones() {
        return names(Direction.INPUT);
    }

    @Override
    public List<String> speakers() {
        return names(Direction.OUTPUT);
    }

    @Override
    public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
        DeviceProblems words = DeviceProblems.of(Direction.INPUT, name);
        CardMicrophone microphone = new CardMicrophone(open(Direction.INPUT, name, words), words);
        DeviceThread.start("microphone", microphone::pump, microphone::release);
        return microphone;
    }

    @Override
    public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
        DeviceProblems words = DeviceProblems.of(Direction.OUTPUT, name);
        CardSpeaker speaker = new CardSpeaker(open(Direction.OUTPUT, name, words), words);
        DeviceThread.start("speaker", speaker::pump, speaker::release);
        return speaker;
    }

    /** A machine without any sound system lists nothing. */
    private List<String> names(Direction direction) {
        try {
            return system.names(direction);
        } catch (LinkageError | RuntimeException e) {
            return List.of();
        }
    }

    private DeviceLine open(Direction direction, @Nullable String name, DeviceProblems words) throws DeviceProblem {
        String exact = name == null ? null : find(name, names(direction), words);
        Kind worst = Kind.MISSING;
        for (DeviceFormat format : DeviceFormat.PREFERRED) {
            try {
                return system.open(direction, exact, format);
            } catch (LineUnavailableException e) {
                worst = Kind.BUSY;
            } catch (SecurityException e) {
                throw words.problem(Kind.DENIED);
            } catch (LinkageError | RuntimeException e) {
                // No such device, no such format or no sound system at all: the next format may do.
            }
        }
        throw words.problem(worst);
    }

    private static String find(String wanted, List<String> names, DeviceProblems words) throws DeviceProblem {
        if (names.contains(wanted)) {
            return wanted;
        }
        List<String> alike =
                names.stream().filter(name -> contains(name, wanted)).toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        throw alike.isEmpty() ? words.unknown(names) : words.ambiguous(alike);
    }

    private static boolean contains(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
