package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.FaultKinds;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Converts the name of a fault of an agent, as in {@code late-delta}. */
public final class AgentFaultConverter implements CommandLine.ITypeConverter<AgentFault> {
    @Override
    public AgentFault convert(String text) {
        AgentFault fault = AgentFault.of(text);
        if (fault == null) {
            throw new CommandLine.TypeConversionException(unknown(text));
        }
        return fault;
    }

    private static String unknown(String name) {
        if (FaultKinds.names().contains(name.split("[=@]", -1)[0])) {
            return "'" + name + "' is a fault of the line, not of the agent: sidetone call takes it";
        }
        List<String> all = Stream.of(AgentFault.values()).map(AgentFault::text).toList();
        return "'" + name + "' is no agent fault"
                + Spelling.nearest(name, all, FaultConverter.MOST_WRONG)
                        .map(known -> ": is " + known + " meant?")
                        .orElse("; there are: " + String.join(", ", all));
    }
}
