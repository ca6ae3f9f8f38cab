package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.socket.RequestHost;
import java.util.Locale;
import picocli.CommandLine;

/** Converts the origin of a web page as browsers name it: http or https and a host, with a port perhaps, in lower case. */
public final class PageOriginConverter implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String text) {
        String page = text.replaceFirst("/$", "").toLowerCase(Locale.ROOT);
        if (RequestHost.ofOrigin(page) == null) {
            throw new CommandLine.TypeConversionException(
                    "'" + text
                            + "' is no page's origin: write it as in http://localhost:5173 (a page that was opened as a file has none: serve it)");
        }
        return page;
    }
}
