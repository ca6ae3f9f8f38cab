package dev.sidetone.simulator.cli;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What a switch with a word says; a plain boolean would be turned over by its own name. */
enum OnOff {
    ON,
    OFF;

    /** Reads {@code on} or {@code off}. */
    static final class Word implements ITypeConverter<OnOff> {
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
