package dev.sidetone.simulator.twilio;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The Python of this machine, for scripts that need its standard library alone. Where it is and how old it is is asked once for all
 * tests: what is called {@code python3} may be a starter, such as pyenv's, which takes longer than the script.
 */
public final class Python {
    private static final String ASK =
            "import sys; print(sys.executable); print(sys.version_info[0]); print(sys.version_info[1])";
    private static final List<String> ANSWER = ask();

    private Python() {}

    /** Whether there is a Python 3 of that minor version or a newer one. */
    public static boolean canRun(int minor) {
        return ANSWER.size() == 3 && ANSWER.get(1).equals("3") && Integer.parseInt(ANSWER.get(2)) >= minor;
    }

    /** The command line of a script, whose output comes at once. */
    public static List<String> command(String... arguments) {
        // -S: packages that somebody has installed are not even looked for.
        List<String> command = new ArrayList<>(List.of(ANSWER.get(0), "-S", "-u"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Empty where there is none. */
    private static List<String> ask() {
        try {
            Process python = new ProcessBuilder("python3", "-c", ASK)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines = python.inputReader(StandardCharsets.UTF_8)) {
                return lines.lines().toList();
            }
        } catch (IOException e) {
            return List.of();
        }
    }
}
