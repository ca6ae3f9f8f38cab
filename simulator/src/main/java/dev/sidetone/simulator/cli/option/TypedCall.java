package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.WrongSetting;
import dev.sidetone.simulator.rig.CallDescription;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads the options of a call that were typed elsewhere than on the command line, as the command line does: a window's fields are checked by
 * the same code and get the same messages. Owned by one thread.
 */
public final class TypedCall {
    private static final Pattern PARSER_WORDS = Pattern.compile("^Invalid value for option '[^']*'[^:]*: ");
    private static final Pattern OPTION = Pattern.compile("^(--[a-z-]+)\\b");

    private final CallOptions options = new CallOptions();
    private final CommandLine line = new CommandLine(options)
            .registerConverter(Path.class, new PathConverter())
            .setAllowOptionsAsOptionParameters(true)
            .setExpandAtFiles(false);

    /**
     * A mistake in what was typed.
     *
     * @param option the option that it is in, as in {@code --as}; empty where it is in none alone
     * @param message one sentence without its full stop, on one line
     */
    public record Mistake(String option, String message) {}

    /** The first mistake in {@code arguments} that shows without reading a file. */
    public Optional<Mistake> mistake(List<String> arguments) {
        try {
            parse(arguments);
            options.check();
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(new Mistake(option(e.getArgSpec()), words(e)));
        } catch (WrongSetting e) {
            return Optional.of(mistake(e));
        }
    }

    /**
     * The call that {@code arguments} describe, to be changed. Reads the files that they name.
     *
     * @throws WrongSetting naming the first mistake
     */
    public CallDescription.Builder describe(List<String> arguments, Settings settings) throws WrongSetting {
        try {
            parse(arguments);
        } catch (ParameterException e) {
            throw new WrongSetting(words(e), e);
        }
        return options.describe(settings);
    }

    private void parse(List<String> arguments) {
        line.parseArgs(arguments.toArray(String[]::new));
    }

    private static Mistake mistake(WrongSetting wrong) {
        String message = ForeignText.line(String.valueOf(wrong.getMessage()));
        Matcher named = OPTION.matcher(message);
        return new Mistake(named.find() ? named.group(1) : "", message);
    }

    private static String option(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : "";
    }

    /** What is wrong, without the parser's own words before it. */
    private static String words(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        return ForeignText.line(PARSER_WORDS.matcher(message).replaceFirst(""));
    }
}
