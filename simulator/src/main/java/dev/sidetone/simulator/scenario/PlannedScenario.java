package dev.sidetone.simulator.scenario;

import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.rig.CallDescription;

/**
 * A scenario as it is to be played with one agent or server.
 *
 * @param call the call, in which the scenario's caller speaks
 * @param against the agent's name, or the webhook of the server under test
 */
public record PlannedScenario(Scenario scenario, CallDescription call, String against) {
    /** Creates the caller of one call, who does what the scenario says. */
    public Caller caller() {
        return ScenarioCaller.of(scenario);
    }
}
