package dev.sidetone.simulator.agent.inworld;

import dev.sidetone.bridge.agent.AgentWire;
import dev.sidetone.simulator.agent.FakeService;

/** The fake of Inworld Realtime. Stateless. */
public final class FakeInworld {
    public static final FakeService REALTIME = new FakeService("inworld", AgentWire.INWORLD, InworldEndpoint::new);

    private FakeInworld() {}
}
