package dev.sidetone.simulator.cli.option;

import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.line.fault.FaultKind;
import dev.sidetone.simulator.line.fault.FaultKinds;
import dev.sidetone.simulator.rig.FakeServices;
import java.util.ListResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists that descriptions of options name as {@code ${bundle:NAME}}, so that {@code --help} cannot differ from what is accepted. */
public final class HelpLists extends ListResourceBundle {
    @Override
    protected Object[][] getContents() {
        return new Object[][] {
            {"line-faults", FaultKinds.ALL.stream().map(FaultKind::example).collect(Collectors.joining(" "))},
            {
                "agent-faults",
                Stream.of(AgentFault.values()).map(AgentFault::text).collect(Collectors.joining(" "))
            },
            {"services", AgentServices.all().stream().map(AgentService::name).collect(Collectors.joining(", "))},
            {"fakes", FakeServices.names()}
        };
    }
}
