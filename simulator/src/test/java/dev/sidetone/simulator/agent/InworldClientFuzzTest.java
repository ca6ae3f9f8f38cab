package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.inworld.FakeInworld;
import java.util.Map;

/** Inworld's client events. */
final class InworldClientFuzzTest extends ClientEventsFuzz {
    InworldClientFuzzTest() {
        super(
                FakeInworld.REALTIME,
                Map.of("Authorization", "Basic k"),
                "/api/v1/realtime/session?key=a&protocol=realtime");
    }
}
