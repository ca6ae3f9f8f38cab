package dev.sidetone.simulator.cli.option;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import picocli.CommandLine;

/** Converts a webhook's URL: http or https, with a host. */
final class WebhookUrlConverter implements CommandLine.ITypeConverter<URI> {
    static final int MOST_PORT = 65_535;

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text);
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && url.getHost() != null && url.getPort() <= MOST_PORT) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    private static CommandLine.TypeConversionException wrong(String text) {
        return new CommandLine.TypeConversionException(
                "'" + text + "' is no webhook's URL: write it whole, as in http://localhost:3000/incoming-call");
    }
}
