package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.InjectedFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Reads {@code stall=2s@5s} or {@code never-ready}: a fault of the line with its value and its time, or one of the agent in this process. */
final class FaultConverter implements CommandLine.ITypeConverter<FaultConverter.Wish> {
    /** One of the two. */
    record Wish(@Nullable InjectedFault line, @Nullable AgentFault agent) {}

    @Override
    public Wish convert(String text) {
        AgentFault agent = AgentFault.of(text);
        if (agent != null) {
            return new Wish(null, agent);
        }
        try {
            return new Wish(InjectedFault.parse(text), null);
        } catch (InjectedFault.Unreadable e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
