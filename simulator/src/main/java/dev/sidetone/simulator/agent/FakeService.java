package dev.sidetone.simulator.agent;

import dev.sidetone.bridge.agent.AgentService;
import java.util.function.Supplier;

/**
 * A fake's description: its name, the service that it stands in for, and its endpoint. One constant for each fake, in its vendor's
 * package. Immutable, for any thread.
 *
 * @param name as {@code sidetone agent NAME} has it
 * @param original the service that it stands in for, as the bridge knows it
 * @param endpoints gives every agent an endpoint of its own
 */
public record FakeService(String name, AgentService original, Supplier<FakeEndpoint> endpoints) {
    @Override
    public String toString() {
        return name;
    }
}
