package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.PublicOrigin;
import dev.sidetone.simulator.WrongSetting;
import java.net.URI;
import picocli.CommandLine;

/** Converts a public origin: https and a host, with a port perhaps, and nothing after it. */
final class PublicOriginConverter implements CommandLine.ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            return PublicOrigin.of(text);
        } catch (WrongSetting e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
