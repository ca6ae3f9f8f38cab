package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.device.DeviceProblem;
import java.util.Locale;

/** Replaces the cure of a sound device's problem by one for a person at the window, who has no command-line options. Stateless. */
final class DeviceCures {
    private DeviceCures() {}

    static DeviceProblem microphone(DeviceProblem problem) {
        return with(
                problem,
                switch (problem.kind()) {
                    case MISSING -> "Plug one in: it is found within seconds.";
                    case AMBIGUOUS -> "Choose one of the list.";
                    case BUSY -> "Close the program that uses it, if one does, or choose another one.";
                    case LOST -> "Plug it in again, or choose another one: the call takes it up.";
                    case SILENT -> "Unmute it; if it is not muted, " + permission();
                    case DENIED -> permission();
                });
    }

    static DeviceProblem speaker(DeviceProblem problem) {
        return with(
                problem,
                switch (problem.kind()) {
                    case MISSING -> "Plug one in to hear the call: it is found within seconds.";
                    case AMBIGUOUS, BUSY, SILENT, DENIED -> "Choose another one to hear the call.";
                    case LOST -> "Plug it in again, or choose another one: the call takes it up.";
                });
    }

    private static String permission() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "allow your terminal the microphone: System Settings, Privacy & Security, Microphone.";
        }
        if (system.contains("windows")) {
            return "let desktop apps use it: Settings, Privacy & security, Microphone.";
        }
        return "allow it in the system's sound and privacy settings.";
    }

    private static DeviceProblem with(DeviceProblem problem, String cure) {
        return new DeviceProblem(
                problem.kind(), problem.what(), Character.toUpperCase(cure.charAt(0)) + cure.substring(1));
    }
}
