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
                    "Something that goes wrong, repeatable; on the line: jitter=20ms burst=200ms stall=2s gap=1s drop"
                            + " mute echo=-30dB noise=20dB band webhook-twice webhook-slow=3s webhook-lost rest-500 rest-race;"
                            + " or in the agent of this process: key 401 403 429 500 quota die never-ready late-delta"
                            + " bad-json odd-bytes expire silent-tool variant.")
    private List<FaultConverter.Wish> faults = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Makes identifiers, timestamps and faults repeatable.")
    private @Nullable Long seed;

    /** The faults of the line, in the order in which they were typed. */
    public LineFaults ofLine() {
        return new LineFaults(faults.stream()
                .map(FaultConverter.Wish::line)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The faults of the agent. */
    public Set<AgentFault> ofAgent() {
        Set<AgentFault> wished = EnumSet.noneOf(AgentFault.class);
        for (FaultConverter.Wish fault : faults) {
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
