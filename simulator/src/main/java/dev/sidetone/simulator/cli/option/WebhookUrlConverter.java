package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.WebhookUrl;
import dev.sidetone.simulator.WrongSetting;
import java.net.URI;
import picocli.CommandLine;

/** Converts a webhook's URL. */
final class WebhookUrlConverter implements CommandLine.ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            return WebhookUrl.of(text);
        } catch (WrongSetting e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }
}
