package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import java.io.PrintStream;
import picocli.CommandLine;

/** Reports an exception in one or two lines and chooses the exit code; prints a stack trace with {@code --debug} only. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final PrintStream err;
    private final boolean debug;

    /** @param err where it is said: not where picocli writes by itself */
    Failures(PrintStream err, boolean debug) {
        this.err = err;
        this.debug = debug;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        say(e, message(e, line));
        err.println("usage: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof WrongSetting || e instanceof CannotRun) {
            say(e, String.valueOf(e.getMessage()));
            return (e instanceof WrongSetting ? ExitCode.WRONG_USAGE : ExitCode.COULD_NOT_RUN).number();
        }
        say(e, "something in Sidetone itself went wrong: " + e + (debug ? "" : " (--debug shows where)"));
        return ExitCode.COULD_NOT_RUN.number();
    }

    int outOfMemory(OutOfMemoryError e) {
        say(e, "out of memory: are the recordings very long?" + (debug ? "" : " (--debug shows where)"));
        return ExitCode.COULD_NOT_RUN.number();
    }

    private static String message(CommandLine.ParameterException e, CommandLine line) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched && line.getParent() == null) {
            String first = unmatched.getUnmatched().get(0);
            if (!first.startsWith("-")) {
                return "no command " + first + "; there are: "
                        + String.join(", ", line.getSubcommands().keySet());
            }
        }
        return String.valueOf(e.getMessage());
    }

    private void say(Throwable e, String message) {
        err.println("sidetone: " + ForeignText.line(message));
        if (debug) {
            err.print(ShownTrace.of(e));
        }
        err.flush();
    }
}
