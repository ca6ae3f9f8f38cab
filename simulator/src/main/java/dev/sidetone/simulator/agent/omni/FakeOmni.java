package dev.sidetone.simulator.agent.omni;

import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.simulator.agent.FakeService;

/** The fakes of PyAI Omni, one for each framing. Stateless. */
public final class FakeOmni {
    /** Control messages are text, audio is bare binary. */
    public static final FakeService PLAIN = new FakeService("omni", Omni.SERVICE, () -> new OmniEndpoint(false));

    /** Every message is binary behind a tag byte. */
    public static final FakeService TAGGED = new FakeService("omni-v2", Omni.SERVICE, () -> new OmniEndpoint(true));

    private FakeOmni() {}
}
