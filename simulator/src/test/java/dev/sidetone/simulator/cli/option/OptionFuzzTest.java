package dev.sidetone.simulator.cli.option;

import dev.sidetone.fuzz.FuzzedReader;
import dev.sidetone.simulator.line.net.UrlProblem;
import dev.sidetone.simulator.live.E164;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Options of the command line, each kind of value given the same text: addresses, origins, faults, times, telephone numbers. */
final class OptionFuzzTest extends FuzzedReader {
    private static final List<CommandLine.ITypeConverter<?>> CONVERTERS = List.of(
            new AddressConverter(),
            new AgentFaultConverter(),
            new FaultConverter(),
            new PageOriginConverter(),
            new PublicOriginConverter(),
            new StreamOriginConverter(),
            new TimeConverter(),
            new WebhookUrlConverter());

    @Override
    protected Set<Class<? extends Exception>> declared() {
        return Set.of();
    }

    @Override
    protected void read(byte[] input) throws Exception {
        String text = text(input);
        for (CommandLine.ITypeConverter<?> converter : CONVERTERS) {
            try {
                converter.convert(text);
            } catch (CommandLine.TypeConversionException refused) {
                // A sentence for who typed it.
            }
        }
        E164.problem(text);
        UrlProblem.words(text);
    }
}
