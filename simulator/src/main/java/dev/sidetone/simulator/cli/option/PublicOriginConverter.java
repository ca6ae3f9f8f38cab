package dev.sidetone.simulator.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Converts a public origin: https and a host, with a port perhaps, and nothing after it. */
final class PublicOriginConverter implements CommandLine.ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        URI origin = origin(text);
        if (origin == null) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is no public origin: write it as in https://voice.example.com, without a path");
        }
        return origin;
    }

    private static @Nullable URI origin(String text) {
        if (!text.matches("(?i)https://[^/?#@\\s]+/?")) {
            return null;
        }
        try {
            URI origin = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            return origin.getHost() == null || origin.getPort() > WebhookUrlConverter.MOST_PORT ? null : origin;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
