package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.cli.option.HelpLists;
import dev.sidetone.simulator.cli.option.PathConverter;
import dev.sidetone.simulator.device.EchoCanceller;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: finds the command, runs it and returns its exit code. */
@Command(
        name = "sidetone",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tests phone voice agents without a phone: offline, on this machine.",
        footer = {
            "",
            "Without a command it opens the window. The tests: mvn verify",
            "Exit codes: 0 done; 1 the call has an error or an expectation failed; 2 wrong usage or setting; 3 could not run",
            "",
            "Example: sidetone call --caller mic"
        })
public final class Sidetone implements Runnable {
    private static final Set<String> EVERYWHERE = Set.of("--quiet", "--no-color", "--debug");

    private Sidetone() {}

    /** Runs a command line and exits with its code. */
    public static void main(String[] arguments) {
        OutOfMemoryExit.install();
        LogStream.install(Level.OFF);
        int code = run(arguments);
        EchoCanceller.suppressExitOutput();
        System.exit(code);
    }

    /** Runs a command line in this process; returns its exit code. */
    public static int run(String... arguments) {
        return run(HostProcess.own(), arguments);
    }

    /** Runs a command line in {@code process}; returns its exit code. */
    public static int run(HostProcess process, String... arguments) {
        CommandLine line = commandLine(process);
        Failures failures = new Failures(process.err(), Arrays.asList(arguments).contains("--debug"));
        line.setParameterExceptionHandler(failures).setExecutionExceptionHandler(failures);
        line.registerConverter(Path.class, new PathConverter());
        line.setResourceBundle(new HelpLists());
        line.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
        return execute(line, failures, ordered(arguments));
    }

    static CommandLine commandLine(HostProcess process) {
        return new CommandLine(new Sidetone())
                .addSubcommand(new CallCommand(process))
                .addSubcommand(new RunCommand(process))
                .addSubcommand(new LoadCommand(process))
                .addSubcommand(new ScenarioCommand(process))
                .addSubcommand(new ScoreCommand(process))
                .addSubcommand(new ReportCommand(process))
                .addSubcommand(new BridgeCommand(process))
                .addSubcommand(new LiveCommand(process))
                .addSubcommand(new AgentCommand(process))
                .addSubcommand(new DoctorCommand(process))
                .addSubcommand(new McpCommand(process, System.in))
                .setOut(new PrintWriter(process.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(process.err(), true, StandardCharsets.UTF_8));
    }

    private static int execute(CommandLine line, Failures failures, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            return failures.outOfMemory(e);
        }
    }

    /** {@code --quiet}, {@code --no-color} and {@code --debug} may stand before the command, or alone with the demo call. */
    private static String[] ordered(String... arguments) {
        List<String> leading =
                Arrays.stream(arguments).takeWhile(EVERYWHERE::contains).collect(Collectors.toList());
        List<String> rest = Arrays.asList(arguments).subList(leading.size(), arguments.length);
        if (rest.isEmpty()) {
            leading.add(0, "call");
            return leading.toArray(String[]::new);
        }
        boolean command = !rest.get(0).startsWith("-");
        return Stream.concat(rest.stream(), command ? leading.stream() : Stream.empty())
                .filter(argument -> command || !EVERYWHERE.contains(argument))
                .toArray(String[]::new);
    }

    /**
     * Makes the demo call in the terminal of somebody who wanted the window.
     *
     * @param whyNoWindow a sentence without its full stop
     */
    public static int runWithoutWindow(String whyNoWindow) {
        HostProcess process = HostProcess.own();
        process.complain(whyNoWindow + "; here is the demo call in the terminal");
        return run(process, "call");
    }

    @Override
    public void run() {
        throw new IllegalStateException("a command is always given");
    }
}
