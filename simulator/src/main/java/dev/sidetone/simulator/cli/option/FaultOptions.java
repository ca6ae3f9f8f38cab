package dev.sidetone.simulator.cli.option;

import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.LineFaults;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that inject faults into the line and into the agent of this process, and make chance repeatable. */
public final class FaultOptions {
    @Option(
            names = "--fault",
            paramLabel = "NAME[=VALUE][@TIME]",
            converter = FaultConverter.class,
            description =
                    "Inject a fault, repeatable; into the line: ${bundle:line-faults}; or into the agent of this process: ${bundle:agent-faults}.")
    private List<FaultConverter.Choice> faults = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Make identifiers, timestamps and faults repeatable.")
    private @Nullable Long seed;

    /** The faults of the line, in the order in which they were typed. */
    public LineFaults ofLine() {
        return new LineFaults(faults.stream()
                .map(FaultConverter.Choice::line)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The faults of the agent. */
    public Set<AgentFault> ofAgent() {
        Set<AgentFault> wished = EnumSet.noneOf(AgentFault.class);
        for (FaultConverter.Choice fault : faults) {
            if (fault.agent() != null) {
                wished.add(fault.agent());
            }
        }
        return wished;
    }

    /** The seed, or null for another one in every call. */
    public @Nullable Long seed() {
        return seed;
    }
}
