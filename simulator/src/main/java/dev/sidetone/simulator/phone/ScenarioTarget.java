package dev.sidetone.simulator.phone;

import dev.sidetone.simulator.rig.AgentChoice;
import dev.sidetone.simulator.rig.ServerChoice;
import org.jspecify.annotations.Nullable;

/**
 * The server, agent and speaker with which a scenario is played at the window.
 *
 * @param server the server under test; the embedded bridge, or null for what the scenario's file says
 * @param agent the agent of the embedded bridge; null for what the file says
 * @param speaker the speaker on which a person listens, or null for the machine's default
 */
public record ScenarioTarget(@Nullable ServerChoice server, @Nullable AgentChoice agent, @Nullable String speaker) {
    /** What the scenario's file says. */
    public static ScenarioTarget asWritten(@Nullable String speaker) {
        return new ScenarioTarget(null, null, speaker);
    }
}
