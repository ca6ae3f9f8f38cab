package dev.sidetone.simulator.cli.option;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Converts {@code 700ms}, {@code 30s}, {@code 1.5s} or {@code 5m} to a duration: a number with its unit, a day at most. */
public final class TimeConverter implements CommandLine.ITypeConverter<Duration> {
    private static final double MOST_MS = 24 * 3_600_000;
    private static final Pattern SHAPE = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m)");

    @Override
    public Duration convert(String text) {
        Matcher shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is not a time: write a number with its unit, as in 700ms, 30s or 5m");
        }
        double number = Double.parseDouble(shape.group(1));
        double ms =
                switch (shape.group(2)) {
                    case "ms" -> number;
                    case "s" -> number * 1_000;
                    default -> number * 60_000;
                };
        if (ms > MOST_MS) {
            throw new CommandLine.TypeConversionException("'" + text + "' is longer than a day");
        }
        return Duration.ofNanos(Math.round(ms * 1e6));
    }
}
