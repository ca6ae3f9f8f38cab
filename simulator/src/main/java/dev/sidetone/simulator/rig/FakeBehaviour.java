package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import java.util.Set;

/** How the agent in this process behaves, where it is that one. Immutable. */
public record FakeBehaviour(AgentScript script, Set<AgentFault> faults) {
    /** Like the practice agent. */
    public static final FakeBehaviour USUAL = new FakeBehaviour(AgentScript.practice(), Set.of());

    public FakeBehaviour {
        faults = Set.copyOf(faults);
    }
}
