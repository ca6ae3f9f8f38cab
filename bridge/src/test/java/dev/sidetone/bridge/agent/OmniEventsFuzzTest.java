package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.omni.Omni;

/** PyAI Omni's messages, plain and tagged. */
final class OmniEventsFuzzTest extends AgentEventsFuzz {
    OmniEventsFuzzTest() {
        super("omni.txt", Omni.SERVICE);
    }
}
