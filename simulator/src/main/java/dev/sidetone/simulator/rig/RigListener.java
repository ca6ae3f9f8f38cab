package dev.sidetone.simulator.rig;

import dev.sidetone.bridge.AgentSource;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeListener;
import dev.sidetone.bridge.agent.AgentTap;
import dev.sidetone.bridge.call.CallEvent;
import dev.sidetone.simulator.findings.Finding;
import dev.sidetone.simulator.findings.ProfileFindings;
import dev.sidetone.simulator.timeline.FactSink;
import java.util.Map;
import java.util.function.Consumer;

/** Puts what an embedded bridge reports of a rig's calls on their timelines. On the bridge's event loops. */
final class RigListener implements BridgeListener {
    private final AgentSource agents;
    private final Map<String, FactSink> calls;

    /** @param calls the calls that run, by CallSid */
    RigListener(AgentSource agents, Map<String, FactSink> calls) {
        this.agents = agents;
        this.calls = calls;
    }

    @Override
    public Consumer<CallEvent> call(String callSid) {
        FactSink facts = calls.get(callSid);
        if (facts == null) {
            return event -> {};
        }
        BridgeConfig.Agent agent = agents.get();
        Finding ofSettings = ProfileFindings.of(agent.service(), agent.endpoint(), agent.settings());
        return new BridgeFacts(agent.name(), facts, ofSettings);
    }

    @Override
    public AgentTap agentWire(String callSid) {
        FactSink facts = calls.get(callSid);
        return facts == null ? AgentTap.NONE : new AgentMessages(facts);
    }
}
