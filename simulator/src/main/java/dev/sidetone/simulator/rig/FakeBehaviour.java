package dev.sidetone.simulator.rig;

import dev.sidetone.simulator.agent.AgentFault;
import dev.sidetone.simulator.agent.AgentScript;
import java.util.Set;

/** The behaviour of the fake agent in this process: its script and its injected faults. Immutable. */
public record FakeBehaviour(AgentScript script, Set<AgentFault> faults) {
    /** The behaviour of the practice agent. */
    public static final FakeBehaviour USUAL = new FakeBehaviour(AgentScript.practice(), Set.of());

    public FakeBehaviour {
        faults = Set.copyOf(faults);
    }
}
