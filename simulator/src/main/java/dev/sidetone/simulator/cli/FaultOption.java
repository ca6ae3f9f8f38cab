package dev.sidetone.simulator.cli;

import dev.sidetone.simulator.line.fault.DialledFault;
import picocli.CommandLine;

/** Reads {@code stall=2s@5s}: a fault of the line with its value and its time. */
final class FaultOption implements CommandLine.ITypeConverter<DialledFault> {
    @Override
    public DialledFault convert(String text) {
        try {
            return DialledFault.parse(text);
        } catch (DialledFault.Unreadable e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
