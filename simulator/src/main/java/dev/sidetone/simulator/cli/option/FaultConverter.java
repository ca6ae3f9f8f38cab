package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.settings.Spelling;
import dev.sidetone.bridge.text.ForeignText;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.simulator.line.fault.InjectedFault;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Converts {@code stall=2s@5s} or {@code never-ready}: a fault of the line with its value and its time, or one of the agent in this process. */
final class FaultConverter implements CommandLine.ITypeConverter<FaultConverter.Choice> {
    /** The number of wrong letters up to which a name is taken for a misspelt one. */
    static final int MOST_WRONG = 2;

    /** A fault of the one or of the other. */
    record Choice(@Nullable InjectedFault line, @Nullable AgentFault agent) {}

    @Override
    public Choice convert(String text) {
        AgentFault agent = AgentFault.of(text);
        if (agent != null) {
            return new Choice(null, agent);
        }
        String name = text.split("[=@]", -1)[0];
        if (!FaultKinds.names().contains(name)) {
            throw new CommandLine.TypeConversionException(unknown(ForeignText.excerpt(text, 0, name.length())));
        }
        try {
            return new Choice(InjectedFault.parse(text), null);
        } catch (InjectedFault.Unreadable e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static String unknown(String name) {
        List<String> lines = FaultKinds.names();
        List<String> agents =
                Stream.of(AgentFault.values()).map(AgentFault::text).toList();
        List<String> all = new ArrayList<>(lines);
        all.addAll(agents);
        return "'" + name + "' is no fault"
                + Spelling.nearest(name, all, MOST_WRONG)
                        .map(known -> ": is " + known + " meant?")
                        .orElse("; of the line there are " + String.join(" ", lines) + ", of the agent "
                                + String.join(" ", agents));
    }
}
