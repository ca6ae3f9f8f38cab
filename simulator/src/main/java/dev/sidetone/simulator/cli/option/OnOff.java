package dev.sidetone.simulator.cli.option;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of a switch that is on by default; a plain boolean option could only negate its default. */
enum OnOff {
    ON,
    OFF;

    /** Converts {@code on} or {@code off}. */
    static final class Converter implements ITypeConverter<OnOff> {
        @Override
        public OnOff convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "on" -> ON;
                case "off" -> OFF;
                default -> throw new TypeConversionException("'" + text + "' is neither on nor off");
            };
        }
    }
}
