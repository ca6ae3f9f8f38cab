package dev.sidetone.simulator.twilio;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.caller.Callers;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.TimelinePump;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.RelayConditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole call to a ConversationRelay server that shares no line of code with this project. */
class StrangersRelayIT {
    private static final byte[] WORDS = new byte[4_000];

    static {
        Arrays.fill(WORDS, (byte) 0x21);
    }

    @BeforeAll
    static void pythonIsHere() {
        assumeTrue(StrangersServer.canRun(), "the stranger's server needs python3, which is not installed");
    }

    @Test
    void whatTheCallerSaysIsAnsweredAndEveryTurnIsSplit() throws Exception {
        try (StrangersServer server = StrangersServer.relay()) {
            CallResult call = call(server, StrangersServer.TOKEN);

            theServerWasTalkedWith(server);
            assertThat(call.call().endedBy()).isEqualTo("server");
            assertThat(call.findings())
                    .filteredOn(found -> found.severity() == Severity.ERROR)
                    .isEmpty();
            assertThat(call.turns()).hasSize(2);
            theTurnIsSplit(call.turns().get(0));
        }
    }

    @Test
    void aTokenThatTheServerDoesNotShareIsRefused() throws Exception {
        try (StrangersServer server = StrangersServer.relay()) {
            CallResult call = call(server, "another secret");

            assertThat(call.findings().get(0).code()).isEqualTo("11200");
            assertThat(call.turns()).isEmpty();
        }
    }

    private static void theServerWasTalkedWith(StrangersServer server) throws InterruptedException {
        assertThat(server.webhook().get("form").get("Direction").asText()).isEqualTo("inbound");
        JsonNode setup = server.next("setup").get("message");
        assertThat(setup.get("customParameters").get("customer").asText()).isEqualTo("42");
        List<String> heard = new ArrayList<>();
        for (JsonNode line = server.next(); !line.get("kind").asText().equals("closed"); line = server.next()) {
            JsonNode message = line.get("message");
            switch (line.get("kind").asText()) {
                case "prompt" ->
                    heard.add("caller " + message.get("voicePrompt").asText());
                case "info" -> {
                    if (message.get("name").asText().equals("tokensPlayed")) {
                        heard.add("agent " + message.get("value").asText());
                    }
                }
                default -> heard.add(line.toString());
            }
        }
        assertThat(heard)
                .containsExactly(
                        "agent Welcome. How can I help you?",
                        "caller Hello. What are your opening hours on Saturday?",
                        "agent We are open from nine to five.",
                        "agent  Is there anything else that I can do for you?",
                        "agent  I can also book a table or put you through.",
                        "caller Thank you. Goodbye.",
                        "agent Goodbye.");
        JsonNode form = server.next("done").get("form");
        assertThat(form.get("SessionStatus").asText()).isEqualTo("ended");
        assertThat(form.get("SessionId").asText())
                .isEqualTo(setup.get("sessionId").asText());
        assertThat(form.get("HandoffData").asText()).isEqualTo("{\"reason\": \"goodbye\"}");
    }

    private static void theTurnIsSplit(CallResult.Turn turn) {
        CallResult.Parts parts = turn.parts();
        double promptMs = requireNonNull(parts.promptMs());
        double tokenMs = requireNonNull(parts.firstTokenMs());
        double voiceMs = requireNonNull(parts.voiceMs());
        double lineMs = requireNonNull(parts.playoutMs()) + requireNonNull(parts.leadingSilenceMs());
        assertThat(promptMs).isGreaterThanOrEqualTo((double) RelayConditions.USUAL.endOfTurnMs());
        assertThat(tokenMs).isPositive();
        assertThat(voiceMs).isGreaterThanOrEqualTo((double) RelayConditions.USUAL.voiceDelayMs());
        assertThat(promptMs + tokenMs + voiceMs + lineMs).isCloseTo(requireNonNull(turn.ttfaMs()), Offset.offset(0.1));
    }

    private static CallResult call(StrangersServer server, String token) throws Exception {
        NanoClock clock = NanoClock.system();
        CallTimeline timeline = new CallTimeline("test", Spool.NONE, Checks.forOneCall());
        TimelinePump pump = new TimelinePump(timeline, clock, Park::forNs);
        Thread pumping = new Thread(pump, "timeline");
        pumping.start();
        try (FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(WORDS))) {
            CallPlan plan = CallPlan.to(server.voice())
                    .by(OriginMapping.to(server.voice(), null, StreamOrigin.AUTO))
                    .signedBy(CallPlan.TEST_ACCOUNT_SID, token);
            line.placeCall(
                            plan,
                            Callers.awaitingStream(Callers.recorded(
                                    List.of(Callers.voice("ask-opening-hours"), Callers.voice("thank-you-goodbye")),
                                    700)),
                            timeline)
                    .outcome()
                    .toCompletableFuture()
                    .get(120, TimeUnit.SECONDS);
        } finally {
            pump.stop();
            pumping.join();
        }
        return timeline.close(clock.nowNs());
    }
}
