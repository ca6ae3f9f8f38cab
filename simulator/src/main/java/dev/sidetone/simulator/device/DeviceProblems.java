package dev.sidetone.simulator.device;

import dev.sidetone.simulator.device.DeviceProblem.Kind;
import dev.sidetone.simulator.device.SoundSystem.DeviceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates the {@link DeviceProblem}s of one device, each with its name and the option that selects another. Immutable, for any thread.
 *
 * @param device the device as the start of a sentence: {@code The microphone "Headset"}
 * @param option the command line option that selects another device
 */
record DeviceProblems(String device, String option) {

    static DeviceProblems of(DeviceType type, @Nullable String name) {
        String kind = type == DeviceType.MICROPHONE ? "microphone" : "speaker";
        String option = type == DeviceType.MICROPHONE ? "--mic" : "--speaker";
        return new DeviceProblems(name == null ? "The " + kind : "The " + kind + " \"" + name + "\"", option);
    }

    DeviceProblem problem(Kind kind) {
        return switch (kind) {
            case MISSING, AMBIGUOUS ->
                new DeviceProblem(
                        kind,
                        device + " cannot be found, or has no usable sample rate.",
                        "Plug one in, or name another with " + option + ".");
            case BUSY ->
                new DeviceProblem(
                        kind,
                        device + " cannot be opened.",
                        "If another program uses it, close that program, or name another device with " + option + ".");
            case LOST -> new DeviceProblem(kind, device + " is gone.", "Plug it in again and make a new call.");
            case SILENT ->
                new DeviceProblem(
                        kind,
                        device + " gives exact silence.",
                        "Unmute it, and allow this terminal the microphone in the system's privacy settings.");
            case DENIED ->
                new DeviceProblem(
                        kind,
                        device + " may not be used by this program.",
                        "Allow this terminal the use of sound devices in the system's privacy settings.");
        };
    }

    /** No device has that name. */
    DeviceProblem unknown(List<String> names) {
        String all = names.isEmpty() ? "This machine has none" : "There are: " + String.join(", ", names);
        return new DeviceProblem(Kind.MISSING, device + " is not there.", all + " (" + option + ").");
    }

    /** More than one device has that name. */
    DeviceProblem ambiguous(List<String> names) {
        return new DeviceProblem(
                Kind.AMBIGUOUS,
                device + " could be " + String.join(" or ", names) + ".",
                "Give more of its name to " + option + ".");
    }
}
