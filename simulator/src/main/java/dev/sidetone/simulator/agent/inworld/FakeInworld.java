package dev.sidetone.simulator.agent.inworld;

import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.simulator.agent.FakeService;

/** The fake of Inworld Realtime. Stateless. */
public final class FakeInworld {
    public static final FakeService REALTIME = new FakeService("inworld", Inworld.REALTIME, InworldEndpoint::new);

    private FakeInworld() {}
}
