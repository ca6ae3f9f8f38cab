package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.agent.AgentWire;
import java.util.function.Supplier;

/**
 * A fake's description: its name, the wire on which a bridge reaches it, and its endpoint. One constant for each fake, in its vendor's
 * package. Immutable, for any thread.
 *
 * @param name as {@code sidetone agent NAME} has it
 * @param wire the bridge's name for the wire
 * @param endpoints gives every agent an endpoint of its own
 */
public record FakeService(String name, AgentWire wire, Supplier<FakeEndpoint> endpoints) {
    @Override
    public String toString() {
        return name;
    }
}
