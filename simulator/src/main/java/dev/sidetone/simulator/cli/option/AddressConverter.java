package dev.sidetone.simulator.cli.option;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine;

/** Converts a numeric address to the form in which sockets report it; a name is refused, since it may mean another machine tomorrow. */
public final class AddressConverter implements CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String text) {
        boolean numeric = text.matches("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
        try {
            if (numeric) {
                return InetAddress.getByName(text).getHostAddress();
            }
        } catch (UnknownHostException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no address: write it as in 10.0.0.7");
        }
        throw new CommandLine.TypeConversionException("'" + text + "' is no address: write it as in 10.0.0.7");
    }
}
