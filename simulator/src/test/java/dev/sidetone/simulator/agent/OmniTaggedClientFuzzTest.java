package dev.sidetone.simulator.agent;

import dev.sidetone.simulator.agent.omni.FakeOmni;
import java.util.Map;

/** PyAI Omni's tagged messages of a client. */
final class OmniTaggedClientFuzzTest extends ClientEventsFuzz {
    OmniTaggedClientFuzzTest() {
        super(FakeOmni.TAGGED, Map.of("Sec-WebSocket-Protocol", "pyai-key.k"), "/v1/omni?format=pcm16&rate=8000");
    }
}
