package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.twilio.rest.CallControl;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The limit of calls, the busy line beyond it, metrics, and how a bridge shuts down. */
class CapacityAndDrainTest {
    private final BridgeOnMemoryNetwork call =
            new BridgeOnMemoryNetwork(CallPolicy.defaults().withMostCalls(2), CallControl.none());

    @Test
    void oneCallTooManyHearsABusyLine() {
        call.connect();
        assertThat(voice("CA2")).contains("<Stream");
        assertThat(voice("CA3")).contains("<Reject reason=\"busy\"/>").doesNotContain("<Stream");
        assertThat(call.post("/outbound", "CallSid=CA3", Map.of()).body())
                .contains("<Say>All our lines are busy")
                .doesNotContain("<Stream");
    }

    @Test
    void aCallThatHasItsPlaceKeepsItHoweverOftenTwilioAsks() {
        call.connect();
        String first = voice("CA2");
        assertThat(voice("CA2")).isEqualTo(first);
        assertThat(voice(BridgeOnMemoryNetwork.SID)).contains("<Stream");
    }

    @Test
    void aPlaceThatNobodyTookIsFreeAgain() {
        voice("CA2");
        voice("CA3");
        assertThat(voice("CA4")).contains("<Reject");
        call.post("/call-status", "CallStatus=no-answer&CallSid=CA2", Map.of());
        assertThat(voice("CA4")).contains("<Stream");
        assertThat(voice("CA5")).contains("<Reject");
        call.advanceMs(60_001);
        assertThat(voice("CA5")).contains("<Stream");
    }

    @Test
    void aCallThatEndedLeavesItsPlace() {
        call.connect();
        voice("CA2");
        call.stop();
        assertThat(voice("CA3")).contains("<Stream");
    }

    @Test
    void aBridgeThatGoesDownTakesNoCallAndLetsThoseThatRunGoOn() {
        call.connect();
        CompletableFuture<Void> drained = call.site.drain();
        assertThat(voice("CA2")).contains("<Reject");
        assertThat(call.post("/health", "", Map.of()).status()).isEqualTo(503);
        call.callerSays("////");
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
        assertThat(drained).isNotDone();
        call.stop();
        assertThat(drained).isCompleted();
    }

    @Test
    void whatStillRunsIsEndedAndToldWhy() {
        call.connect();
        CompletableFuture<Void> drained = call.site.drain();
        call.site.endCalls();
        call.advanceMs(1);
        assertThat(drained).isCompleted();
        assertThat(call.twilio.ends).containsExactly("closed 1001 the bridge is going down");
        assertThat(call.agent.ends).hasSize(1);
        assertThat(call.afterStream())
                .doesNotContain("nobody can take your call")
                .contains("this call has to end now");
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void anIdleBridgeIsDrainedAtOnce() {
        assertThat(call.site.drain()).isCompleted();
    }

    @Test
    void anOutboundCallsAgentIsDialledWhenTheCalledPersonsSideIsHeard() {
        String twiml = call.post("/outbound", "Direction=outbound-api&CallSid=" + BridgeOnMemoryNetwork.SID, Map.of())
                .body();
        call.startStream(call.tokenIn(twiml));
        call.advanceMs(100);
        assertThat(call.facts).isEmpty();
        call.callerSays("////");
        assertThat(call.facts).hasSize(1).allMatch(fact -> fact.startsWith("dialled"));

        call.agent.send("{'type':'session.created','session':{}}");
        call.advanceMs(1);
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds()).contains("response.create", "input_audio_buffer.append");
    }

    @Test
    void whatIsCountedCanBeReadByPrometheus() {
        call.connect();
        call.agent.send("{'type':'input_audio_buffer.speech_stopped'}");
        call.advanceMs(350);
        call.agentSays("item_1", 1_000);
        call.agentHearsTheCaller();
        call.agent.close(1011);
        call.advanceMs(1);
        String metrics = call.post("/metrics", "", Map.of()).body();
        assertThat(metrics.lines())
                .contains(
                        "sidetone_calls_total 1.0",
                        "sidetone_calls_active 0.0",
                        "sidetone_barge_ins_total 1.0",
                        "sidetone_agent_failures_total{code=\"agent-died\"} 1.0",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.3\"} 0",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"0.4\"} 1",
                        "sidetone_ttfa_bridge_seconds_bucket{le=\"+Inf\"} 1",
                        "sidetone_ttfa_bridge_seconds_sum 0.35",
                        "sidetone_ttfa_bridge_seconds_count 1");
    }

    @Test
    void whatIsTurnedAwayIsCountedByItsReason() {
        call.post("/voice", "CallSid=CA1", SignedByTwilio.headers("somebody else"));
        call.startStream("0123");
        String token = call.token();
        call.startStream(token);
        call.startStream(token, "MZ2", new FakeConnection());
        String metrics = call.post("/metrics", "", Map.of()).body();
        assertThat(metrics.lines())
                .contains(
                        "sidetone_refused_requests_total{why=\"signature\"} 1.0",
                        "sidetone_refused_requests_total{why=\"token\"} 2.0");
    }

    private String voice(String callSid) {
        return call.post("/voice", "CallSid=" + callSid, Map.of()).body();
    }
}
