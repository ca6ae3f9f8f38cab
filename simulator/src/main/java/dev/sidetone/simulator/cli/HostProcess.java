package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.UserFolder;
import dev.sidetone.simulator.WrongSetting;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The process that a command runs in, as far as the command sees it.
 *
 * @param environment its environment variables
 * @param folder its working folder, in which {@code .env} is looked for
 * @param out its standard output, for results
 * @param err its standard error, for progress and failures
 */
public record HostProcess(
        Map<String, String> environment, Path folder, PrintStream out, PrintStream err, StopSignalSource signals) {
    /** This process, with the standard streams that it has now. */
    public static HostProcess own() {
        return new HostProcess(
                System.getenv(),
                Path.of(""),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                new ProcessSignals());
    }

    /** The settings in the environment and in {@code .env}. */
    Settings settings() throws WrongSetting {
        return Settings.read(folder.resolve(".env"), environment);
    }

    /** The folder in which Sidetone keeps its files for this user; it may not exist yet. */
    Path userFolder() {
        return UserFolder.of(environment);
    }

    /** One line of failure or of importance on standard error, shown with {@code --quiet} too. */
    void complain(String line) {
        err.println("sidetone: " + ForeignText.line(line));
    }
}
