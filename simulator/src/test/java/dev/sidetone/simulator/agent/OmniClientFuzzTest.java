package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.omni.FakeOmni;
import java.util.Map;

/** PyAI Omni's messages of a client. */
final class OmniClientFuzzTest extends ClientEventsFuzz {
    OmniClientFuzzTest() {
        super(FakeOmni.PLAIN, Map.of("Sec-WebSocket-Protocol", "pyai-key.k"), "/v1/omni?format=pcm16&rate=8000");
    }
}
