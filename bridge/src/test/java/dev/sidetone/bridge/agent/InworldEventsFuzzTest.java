package dev.sidetone.bridge.agent;

import dev.sidetone.bridge.agent.inworld.Inworld;

/** Inworld's server events. */
final class InworldEventsFuzzTest extends AgentEventsFuzz {
    InworldEventsFuzzTest() {
        super("inworld.txt", Inworld.REALTIME);
    }
}
