package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent that is at its limit, of calls or of time: what the caller hears, and that nothing is left running. */
class AgentAtLimitTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @Test
    void theCallerHearsItRingWhileABusyAgentIsDialledAgain() {
        BusySite busy = new BusySite(2);
        call.net.serve("agent", busy);
        call.startStream(call.token());
        call.callerListensFor(100);
        assertThat(call.facts).contains("busy");
        assertThat(call.twilio.kinds()).containsExactly("media", "mark");
        assertThat(call.twilio.ofKind("media").get(0).at("/media/payload").asText())
                .hasSizeGreaterThan(16_000);

        call.callerListensFor(1_000);
        configure();
        assertThat(call.twilio.kinds()).endsWith("clear");
        assertThat(call.facts).contains("ready").doesNotContain("failed agent-busy");
        assertThat(busy.asked).isEqualTo(3);
        assertThat(call.agent.ofKind("conversation.item.truncate")).isEmpty();
    }

    @Test
    void anAgentThatStaysBusyIsGivenUpAfterThreeSeconds() {
        call.net.serve("agent", new BusySite(1_000));
        call.startStream(call.token());
        call.callerListensFor(2_400);
        assertThat(call.facts).doesNotContain("failed agent-busy");
        call.callerListensFor(700);
        assertThat(call.facts).endsWith("failed agent-busy", "ended").containsOnlyOnce("busy");
        assertThat(call.twilio.ends).hasSize(1);
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void anAgentWithTroubleOfItsOwnIsDialledAgainToo(int status) {
        BusySite busy = new BusySite(2, status);
        call.net.serve("agent", busy);
        call.startStream(call.token());
        call.callerListensFor(1_100);
        configure();
        assertThat(call.facts).contains("busy", "ready").noneMatch(fact -> fact.startsWith("failed"));
    }

    @Test
    void aComplaintThatComesWithEveryAttemptIsReportedOnce() {
        BridgeOnMemoryNetwork assemblyAi =
                new BridgeOnMemoryNetwork(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
        assemblyAi.startStream(assemblyAi.token());
        for (String code : List.of("at_capacity", "at_capacity", "concurrency_exceeded", "at_capacity")) {
            assemblyAi.callerListensFor(100);
            assemblyAi.agent.send("{'type':'session.error','code':'" + code + "','message':'not now'}");
            assemblyAi.callerListensFor(600);
        }
        assertThat(assemblyAi.facts)
                .filteredOn(fact -> fact.startsWith("dialled"))
                .hasSizeGreaterThan(3);
        assertThat(assemblyAi.facts)
                .filteredOn(fact -> fact.startsWith("complained"))
                .containsExactly("complained at_capacity", "complained concurrency_exceeded");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 404})
    void anAgentThatSaysNoIsAskedOnlyOnce(int status) {
        BusySite closed = new BusySite(1_000, status);
        call.net.serve("agent", closed);
        call.startStream(call.token());
        call.callerListensFor(4_000);
        assertThat(closed.asked).isEqualTo(1);
        assertThat(call.facts).doesNotContain("busy").endsWith("ended");
    }

    @Test
    void whatADialThatWasGivenUpStillWantedIsForgotten() {
        BridgeOnMemoryNetwork omni = new BridgeOnMemoryNetwork(Omni.SERVICE, Omni.SERVICE.defaults());
        omni.startStream(omni.token());
        // Tagged: half a second after this the agent would be taken for ready.
        omni.agent.sendBinary("\u0003{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
        omni.callerListensFor(100);
        omni.agent.close(1011);
        omni.callerListensFor(700);
        assertThat(omni.facts)
                .contains("busy")
                .doesNotContain("ready")
                .filteredOn(fact -> fact.startsWith("dialled"))
                .hasSize(2);
        omni.agent.send("{'type':'hello'}");
        omni.advanceMs(1);
        assertThat(omni.facts).contains("ready");
    }

    @Test
    void aSessionNearItsEndIsFollowedByAnotherInAPause() {
        call.connect();
        callerSays("I want a table for four.");
        agentSaid("For when?");
        call.agentSays("item_1", 400);
        expiresInMs(40_000);
        call.callerListensFor(31_000);
        assertThat(call.facts).filteredOn(fact -> fact.startsWith("dialled")).hasSize(2);
        configure();
        assertThat(call.agent
                        .ofKind("session.update")
                        .get(0)
                        .at("/session/instructions")
                        .asText())
                .contains("Caller: I want a table for four.\nYou: For when?");
        // The caller is still listening to the answer.
        call.callerListensFor(500);
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("renewed"));

        call.markComesBack("s1");
        call.callerListensFor(500);
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed") && fact.endsWith("in a pause"));
        assertThat(call.agent.ends).containsExactly("closed 1000 the call is over");
        assertThat(call.agent.ofKind("response.create")).isEmpty();

        call.agent.heard.clear();
        call.agentSays("item_1", 400);
        call.agentHearsTheCaller();
        assertThat(call.agent
                        .ofKind("conversation.item.truncate")
                        .get(0)
                        .path("item_id")
                        .asText())
                .isEqualTo("item_1");
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void withoutAPauseTheNextSessionTakesOverAtTheLastMoment() {
        call.connect();
        expiresInMs(40_000);
        call.agentHearsTheCaller();
        call.callerListensFor(31_000);
        configure();
        call.callerListensFor(7_500);
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("renewed"));
        call.callerListensFor(2_000);
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed") && fact.endsWith("late"));
    }

    @Test
    void aSessionThatEndsWithoutAWordIsFollowedByAnother() {
        call.connect();
        agentSaid("Hello, how can I help?");
        call.callerListensFor(20_000);
        call.agent.send("{'type':'error','error':{'code':'session_expired','message':'60 minutes'}}");
        call.advanceMs(1);
        assertThat(call.twilio.ends).isEmpty();
        call.agent.heard.clear();
        configure();
        assertThat(call.facts).anyMatch(fact -> fact.startsWith("renewed"));
        assertThat(call.facts).noneMatch(fact -> fact.startsWith("failed"));
        call.callerSays("abcd");
        assertThat(call.agent.kinds()).endsWith("input_audio_buffer.append");
    }

    @Test
    void aSessionThatCannotBeFollowedEndsInWhatTheSettingsSay() {
        call.connect();
        call.callerListensFor(20_000);
        call.net.unserve("agent");
        call.agent.send("{'type':'error','error':{'code':'session_expired','message':'60 minutes'}}");
        call.advanceMs(10);
        assertThat(call.facts).endsWith("failed agent-unreachable", "ended");
        assertThat(call.afterStream()).contains("<Say>We are sorry");
    }

    @Test
    void anAgentWhoseSessionsAreTooShortIsGivenUp() {
        call.connect();
        call.agent.send("{'type':'error','error':{'code':'session_expired','message':'60 minutes'}}");
        call.advanceMs(10);
        assertThat(call.facts).endsWith("failed agent-expired", "ended");
    }

    private void configure() {
        call.agent.send("{'type':'session.created','session':{}}");
        call.agent.send("{'type':'session.updated','session':{}}");
        call.advanceMs(1);
    }

    /** By the calendar, as vendors state it; rounded up to a second. */
    private void expiresInMs(long ms) {
        long atS = (call.net.calendar().millis() + ms + 999) / 1_000;
        call.agent.send("{'type':'session.created','session':{'expires_at':" + atS + "}}");
        call.advanceMs(1);
        call.agent.heard.clear();
    }

    private void callerSays(String words) {
        call.agent.send(
                "{'type':'conversation.item.input_audio_transcription.completed','transcript':'" + words + "'}");
        call.advanceMs(1);
    }

    private void agentSaid(String words) {
        call.agent.send("{'type':'response.output_audio_transcript.done','transcript':'" + words + "'}");
        call.advanceMs(1);
    }

    /** Refuses the first dials. */
    private final class BusySite implements RequestHandler {
        private int asked;
        private final int refusals;
        private final int status;

        BusySite(int refusals) {
            this(refusals, 429);
        }

        BusySite(int refusals, int status) {
            this.refusals = refusals;
            this.status = status;
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            return Response.text(404, "");
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            asked++;
            return asked <= refusals ? new Upgrade.Refuse(status, "not now") : new Upgrade.Accept(call.agent);
        }
    }
}
