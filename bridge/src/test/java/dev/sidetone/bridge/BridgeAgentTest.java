package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whole calls in manual time: what an agent that comes late or gives out does to a call. */
class BridgeAgentTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void aKeyPressedBeforeTheAgentIsReadyDoesNotSwallowTheGreeting() {
        call.startStream(call.token());
        call.twilio.send("{'event':'dtmf','streamSid':'" + BridgeOnMemoryNetwork.STREAM
                + "','sequenceNumber':'2','dtmf':{'track':'inbound_track','digit':'5'}}");
        call.advanceMs(1);
        call.agent.send("{'type':'session.created','session':{}}");
        call.advanceMs(1);
        call.agent.heard.clear();
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
        assertThat(call.agent.ofKind("response.create")).hasSize(1);
        assertThat(call.agent
                        .ofKind("response.create")
                        .get(0)
                        .at("/response/instructions")
                        .asText())
                .contains("Hello, how can I help?");

        call.agent.send("{'type':'response.done','response':{'status':'completed'}}");
        call.advanceMs(1);
        assertThat(call.agent.ofKind("response.create")).hasSize(2);
    }

    @Test
    void aCallThatAsksAgainAfterItsStreamGetsAnother() {
        call.connect();
        call.twilio.close(1000);
        call.advanceMs(1);
        call.startStream(call.token());
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(2);
    }

    @Test
    void anAgentWhoseQuotaRunsOutInMidCallIsGone() {
        call.connect();
        call.agent.send("{'type':'response.done','response':{'status':'failed','status_details':{'type':'failed',"
                + "'error':{'type':'insufficient_quota','code':'insufficient_quota'}}}}");
        call.advanceMs(1);
        assertThat(call.facts).contains("failed agent-busy", "ended");
        assertThat(call.twilio.ends).hasSize(1);
    }
}
