package dev.sidetone.simulator.cli;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.CannotRun;
import dev.sidetone.simulator.WrongSetting;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Reports an exception in one or two lines and chooses the exit code; prints a stack trace with {@code --debug} only. */
final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    private final boolean debug;

    Failures(boolean debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        say(line, e, message(e, line));
        line.getErr().println("usage: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof WrongSetting || e instanceof CannotRun) {
            say(line, e, String.valueOf(e.getMessage()));
            return (e instanceof WrongSetting ? ExitCode.WRONG_USAGE : ExitCode.COULD_NOT_RUN).number();
        }
        say(line, e, "something in Sidetone itself went wrong: " + e + (debug ? "" : " (--debug shows where)"));
        return ExitCode.COULD_NOT_RUN.number();
    }

    int outOfMemory(CommandLine line, OutOfMemoryError e) {
        say(line, e, "out of memory: are the recordings very long?" + (debug ? "" : " (--debug shows where)"));
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

    private void say(CommandLine line, Throwable e, String message) {
        PrintWriter err = line.getErr();
        err.println("sidetone: " + ForeignText.line(message));
        if (debug) {
            err.print(ShownTrace.of(e));
        }
        err.flush();
    }
}
