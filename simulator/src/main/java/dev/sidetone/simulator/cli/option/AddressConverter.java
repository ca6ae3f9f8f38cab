package dev.sidetone.simulator.cli.option;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Converts a numeric address to the form in which sockets report it; a name is refused, since it may mean another machine tomorrow. */
public final class AddressConverter implements CommandLine.ITypeConverter<String> {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    @Override
    public String convert(String text) {
        if (NUMERIC.matcher(text).matches()) {
            try {
                return InetAddress.getByName(text).getHostAddress();
            } catch (UnknownHostException e) {
                // Numbers, but not those of an address.
            }
        }
        throw new CommandLine.TypeConversionException("'" + text + "' is no address: write it as in 10.0.0.7");
    }
}
