package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.line.net.StreamOrigin;
import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine;

/** Converts {@code auto}, {@code off} and {@code ws://HOST:PORT}. */
final class StreamOriginConverter implements CommandLine.ITypeConverter<StreamOrigin> {
    @Override
    public StreamOrigin convert(String text) {
        if (text.equals("auto")) {
            return StreamOrigin.AUTO;
        }
        return text.equals("off") ? StreamOrigin.OFF : StreamOrigin.at(origin(text));
    }

    private static URI origin(String text) {
        try {
            URI origin = new URI(text);
            boolean bare = text.matches("(?i)wss?://[^/?#@\\s]+/?");
            if (bare && origin.getHost() != null && origin.getPort() <= WebhookUrl.MOST_PORT) {
                return origin;
            }
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static CommandLine.TypeConversionException wrong(String text) {
        return new CommandLine.TypeConversionException(
                "'" + text + "' is no stream origin: write auto, off, or an origin as in ws://localhost:3001");
    }
}
