package dev.sidetone.simulator.twilio;

import static dev.sidetone.simulator.twilio.RelayServer.says;
import static dev.sidetone.simulator.twilio.RelayServer.text;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.timeline.CallFold;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.TwilioSignature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

// Over 300 lines because one call of a ConversationRelay server shows each of its messages.
/** Whole calls with ConversationRelay, in manual time: what is sent, in which order, and what is heard. */
class RelayCallTest {
    private final TickingCaller caller = new TickingCaller();

    @Test
    void theHandshakeIsThatOfTwiliosRelayAndSignedOverTheUrlAsItIsWritten() {
        RelayServer relay = RelayServer.with("");
        relay.call(RelayServer.plan().signedBy("AC1", "token"), caller, Duration.ofSeconds(1));

        var upgrade = relay.server.upgrades.get(0);
        String signature = TwilioSignature.sign("token", RelayServer.URL, Map.of());
        assertThat(upgrade.headers().get("x-twilio-signature")).isEqualTo(signature);
        assertThat(upgrade.headers().get("x-amzn-bedrock-agentcore-runtime-custom-twilio-signature"))
                .isEqualTo(signature);
        assertThat(upgrade.headers().get("user-agent")).isEqualTo("Jetty/11.0.24");
        assertThat(upgrade.query()).isEqualTo("tenant=7");
    }

    @Test
    void setupHasAllItsKeysInTheirOrder() {
        RelayServer relay = RelayServer.with("", "<Parameter name='customer' value='42'/>");

        relay.call(caller, Duration.ofSeconds(1));

        assertThat(relay.server.texts.get(0))
                .matches("\\{\"type\":\"setup\",\"sessionId\":\"VX[0-9a-f]{32}\",\"callSid\":\"CA[0-9a-f]{32}\","
                        + "\"parentCallSid\":\"\",\"from\":\"\\+15550100\",\"to\":\"\\+15550199\",\"forwardedFrom\":\"\","
                        + "\"callerName\":\"\",\"direction\":\"inbound\",\"callType\":\"PSTN\",\"callStatus\":\"RINGING\","
                        + "\"accountSid\":\"AC[0-9a-z]{32}\",\"customParameters\":\\{\"customer\":\"42\"}}");
    }

    @Test
    void theGreetingIsHeardWithoutAnyMessageOfTheServer() throws Exception {
        RelayServer relay = RelayServer.with("welcomeGreeting='Hello. You.' events='speaker-events tokens-played'");

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.heard())
                .containsExactly(
                        "setup", "info agentSpeaking on", "info tokensPlayed Hello. You.", "info agentSpeaking off");
        assertThat(caller.audible()).isEqualTo(28);
    }

    @Test
    void whatTheCallerSaidIsSentWhenItHasBeenSilentForLongEnough() throws Exception {
        RelayServer relay = RelayServer.with("");
        says(caller, 500, "Are you open?", 1_000);

        relay.call(caller, Duration.ofMillis(2_050));
        assertThat(relay.heard()).containsExactly("setup");
        relay.line.pass(Duration.ofMillis(100));

        assertThat(relay.heard()).containsExactly("setup", "prompt Are you open? last");
        assertThat(relay.server.texts.get(1))
                .isEqualTo("{\"type\":\"prompt\",\"voicePrompt\":\"Are you open?\",\"lang\":\"en-US\",\"last\":true}");
    }

    @Test
    void aPauseWithinATurnIsWaitedFor() throws Exception {
        RelayServer relay = RelayServer.with("speechTimeout='1000'");
        says(caller, 500, "I would like", 500);
        says(caller, 1_800, "a table.", 500);

        relay.call(caller, Duration.ofSeconds(5));

        assertThat(relay.heard()).containsExactly("setup", "prompt I would like a table. last");
    }

    @Test
    void partialPromptsGrowWhileTheCallerSpeaks() throws Exception {
        RelayServer relay = RelayServer.with("partialPrompts='true' speechModel='flux'");
        says(caller, 500, "one two three four", 1_000);

        relay.call(caller, Duration.ofSeconds(4));

        assertThat(relay.heard())
                .containsExactly(
                        "setup",
                        "prompt one",
                        "prompt one two",
                        "prompt one two three",
                        "prompt one two three four",
                        "prompt one two three four last");
        assertThat(relay.server.texts.get(1)).contains("\"lang\":\"en\",\"last\":false");
    }

    @Test
    void tokensAreSpokenSentenceBySentence() throws Exception {
        RelayServer relay = RelayServer.with("events='speaker-events tokens-played'")
                .on(
                        "setup",
                        text("We are", false),
                        text(" open.", false),
                        text(" Until", false),
                        text(" five, then", false),
                        text(" closed: always", false),
                        text("", true));

        relay.call(caller, Duration.ofSeconds(5));

        assertThat(relay.heard())
                .containsExactly(
                        "setup",
                        "info agentSpeaking on",
                        "info tokensPlayed We are open.",
                        "info tokensPlayed  Until five, then closed:",
                        "info tokensPlayed  always",
                        "info agentSpeaking off");
    }

    @Test
    void aTextWithoutAnEndIsSpokenWhenNothingFollows() throws Exception {
        RelayServer relay = RelayServer.with("events='tokens-played'").on("setup", text("One moment", false));

        relay.call(caller, Duration.ofSeconds(3));

        assertThat(relay.heard()).containsExactly("setup", "info tokensPlayed One moment");
    }

    @Test
    void theSplitOfATurnIsPromptThenTokenThenVoice() {
        RelayServer relay = RelayServer.with("");
        says(caller, 500, "Are you open?", 1_000);
        relay.server.onText((server, text) -> {
            if (text.contains("prompt")) {
                relay.line.timers.after(200_000_000L, () -> server.say(text("Yes.", true)));
            }
        });

        relay.call(caller, Duration.ofSeconds(5));

        CallResult.Turn turn = fold(relay).turns().get(0);
        CallResult.Parts parts = turn.parts();
        assertThat(parts.promptMs()).isCloseTo(600, Offset.offset(1.0));
        assertThat(parts.firstTokenMs()).isCloseTo(200, Offset.offset(1.0));
        assertThat(parts.voiceMs()).isCloseTo(300, Offset.offset(1.0));
        double sumMs = requireNonNull(parts.promptMs())
                + requireNonNull(parts.firstTokenMs())
                + requireNonNull(parts.voiceMs())
                + requireNonNull(parts.playoutMs())
                + requireNonNull(parts.leadingSilenceMs());
        assertThat(sumMs).isCloseTo(requireNonNull(turn.ttfaMs()), Offset.offset(0.1));
        assertThat(parts.agentMs()).isNull();
    }

    @Test
    void speechInterruptsInTwiliosOrderAndSaysWhatOfThePieceWasHeard() throws Exception {
        RelayServer relay = RelayServer.with("events='speaker-events tokens-played' partialPrompts='true'")
                .on("setup", text("One. Two three four five six. Seven. Eight.", true));
        says(caller, 1_000, "Stop", 400);

        relay.call(caller, Duration.ofSeconds(4));

        assertThat(relay.heard())
                .containsExactly(
                        "setup",
                        "info agentSpeaking on",
                        "info tokensPlayed One.",
                        "info clientSpeaking on",
                        "info tokensPlayed Two three four five",
                        "interrupt Two three four five 740",
                        "info agentSpeaking off",
                        "info clientSpeaking off",
                        "prompt Stop last");
        assertThat(fold(relay).bargeIns()).hasSize(1);
        assertThat(relay.line.facts.of(Fact.Transcribed.class))
                .extracting(Fact.Transcribed::text)
                .containsExactly("One.", "Two three four five", "Stop");
    }

    @Test
    void whoMayNotInterruptIsNotReportedUnlessItIsAskedFor() throws Exception {
        RelayServer silent =
                RelayServer.with("interruptible='none'").on("setup", text("A long sentence without end.", true));
        says(caller, 500, "Stop", 300);
        silent.call(caller, Duration.ofSeconds(4));

        assertThat(silent.heard()).containsExactly("setup");
        assertThat(silent.findings()).containsExactly("relay-speech-not-reported info");

        TickingCaller other = says(new TickingCaller(), 500, "Stop", 300);
        RelayServer told = RelayServer.with("interruptible='none' reportInputDuringAgentSpeech='speech'")
                .on("setup", text("A long sentence without end.", true));
        told.call(other, Duration.ofSeconds(4));

        assertThat(told.heard()).containsExactly("setup", "prompt Stop last");
        assertThat(other.audible()).isEqualTo(70);
    }

    @Test
    void aBackchannelInterruptsUnlessTheTwimlIgnoresIt() throws Exception {
        RelayServer startled = RelayServer.with("").on("setup", text("A long sentence without end.", true));
        startled.call(murmuring(), Duration.ofSeconds(4));
        assertThat(startled.heard()).hasSize(3).last().isEqualTo("prompt Mm-hmm. last");

        RelayServer calm =
                RelayServer.with("ignoreBackchannel='true'").on("setup", text("A long sentence without end.", true));
        calm.call(murmuring(), Duration.ofSeconds(4));
        assertThat(calm.heard()).containsExactly("setup");
    }

    private static TickingCaller murmuring() {
        return new TickingCaller()
                .at(30, phone -> {
                    phone.says("Mm-hmm.", 2_400);
                    phone.probeStarts(ProbeKind.BACKCHANNEL, 0);
                })
                .at(44, phone -> phone.probeEnds(160));
    }

    @Test
    void aMessageMayForbidItsInterruption() throws Exception {
        RelayServer relay = RelayServer.with("reportInputDuringAgentSpeech='any'")
                .on("setup", text("A long sentence without end.", true, "\"interruptible\":false"));
        says(caller, 500, "Stop", 300);

        relay.call(caller, Duration.ofSeconds(4));

        assertThat(relay.heard()).containsExactly("setup", "prompt Stop last");
    }

    @Test
    void aKeyIsReportedAndInterruptsTheGreeting() throws Exception {
        RelayServer relay = RelayServer.with(
                "dtmfDetection='true' welcomeGreeting='This is a long greeting' events='tokens-played'");

        relay.call(caller.at(20, phone -> phone.press('1')), Duration.ofSeconds(3));

        assertThat(relay.heard())
                .startsWith("setup", "dtmf 1", "info tokensPlayed This")
                .hasSize(4)
                .last()
                .asString()
                .matches("interrupt This \\d+");
    }

    @Test
    void aKeyThatIsNotDetectedIsFound() throws Exception {
        RelayServer relay = RelayServer.with("");

        relay.call(caller.at(20, phone -> phone.press('1')), Duration.ofSeconds(1));

        assertThat(relay.heard()).containsExactly("setup");
        assertThat(relay.findings()).containsExactly("relay-key-not-reported info");
    }

    @Test
    void keysAreDialledInTheirTurn() throws Exception {
        RelayServer relay = RelayServer.with("events='tokens-played'")
                .on(
                        "setup",
                        text("Dialling.", true),
                        "{\"type\":\"sendDigits\",\"digits\":\"12w#\"}",
                        text("Done.", true));

        relay.call(caller, Duration.ofSeconds(5));

        assertThat(relay.heard())
                .containsExactly(
                        "setup", "info tokensPlayed Dialling.", "info tokensPlayed 12w#", "info tokensPlayed Done.");
    }

    @Test
    void whatIsPreemptibleIsCutByWhatComesNextAndNotByItsOwnTokens() throws Exception {
        String preemptible = "\"preemptible\":true";
        RelayServer relay = RelayServer.with("events='speaker-events tokens-played'")
                .on("setup", text("Please hold", false, preemptible), text(" the line.", true, preemptible));
        relay.server.onText((server, text) -> {
            if (text.contains("agentSpeaking\",\"value\":\"on")) {
                relay.line.timers.after(310_000_000L, () -> server.say(text("Here I am.", true)));
            }
        });

        relay.call(caller, Duration.ofSeconds(4));

        assertThat(relay.heard())
                .containsExactly(
                        "setup",
                        "info agentSpeaking on",
                        "info tokensPlayed Please hold",
                        "info tokensPlayed Here I am.",
                        "info agentSpeaking off");
    }

    @Test
    void endClosesAndTheActionGetsWhatIsHandedOver() {
        RelayServer relay =
                RelayServer.with("").on("setup", "{\"type\":\"end\",\"handoffData\":\"{\\\"why\\\":\\\"agent\\\"}\"}");

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.server.closes).containsExactly(1000);
        assertThat(relay.action())
                .contains("&SessionId=VX", "&SessionDuration=0&SessionStatus=ended", "CallStatus=in-progress")
                .contains("&HandoffData=%7B%22why%22%3A%22agent%22%7D")
                .doesNotContain("ErrorCode");
        assertThat(relay.line.outcome().by()).isEqualTo(EndedBy.SERVER);
        assertThat(relay.findings()).isEmpty();
    }

    @Test
    void theActionMayConnectASecondSessionWhichGreetsAgain() throws Exception {
        RelayServer relay = RelayServer.with("").on("RINGING", "{\"type\":\"end\"}");
        relay.server.twiml(
                "/done",
                "<Response><Connect><ConversationRelay url='ws://localhost:8080/second' welcomeGreeting='Hi' events='tokens-played'/></Connect></Response>");

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.heard()).containsExactly("setup", "setup", "info tokensPlayed Hi");
        assertThat(relay.server.texts.get(1)).contains("\"callStatus\":\"IN_PROGRESS\"");
    }

    @Test
    void aHangUpClosesWithTwiliosReasonAndTheActionIsToldThatTheCallIsOver() {
        RelayServer relay = RelayServer.with("partialPromptOnHangup='true'");
        says(caller, 500, "one two three four", 2_000);

        relay.call(caller.at(100, phone -> phone.hangUp()), Duration.ofSeconds(4));

        assertThat(relay.server.closes).containsExactly(1000);
        assertThat(relay.action()).contains("SessionStatus=completed", "CallStatus=completed", "SessionDuration=2");
        assertThat(relay.server.texts.get(1)).contains("\"voicePrompt\":\"one two three\"", "\"last\":false");
        assertThat(relay.line.outcome().by()).isEqualTo(EndedBy.CALLER);
    }

    @Test
    void aCloseWithoutEndIsAFailure() {
        RelayServer relay = RelayServer.with("");
        relay.server.onText((server, text) -> server.wire().close(1000, ""));

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("64105 error");
        assertThat(relay.action()).contains("SessionStatus=failed", "ErrorCode=64105", "ErrorMessage=Websocket+ended");
    }

    @Test
    void aCloseWithAnErrorIsAFailureToo() {
        RelayServer relay = RelayServer.with("");
        relay.server.onText((server, text) -> server.wire().close(1011, "boom"));

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("64105 error");
    }

    @Test
    void tenBadMessagesInARowEndTheSessionAndNineDoNot() throws Exception {
        String[] nine = new String[9];
        Arrays.fill(nine, "{\"type\":\"nonsense\"}");
        RelayServer spared = RelayServer.with("")
                .on("setup", nine)
                .on("setup", text("", false))
                .on("setup", nine);
        spared.call(caller, Duration.ofSeconds(2));
        assertThat(spared.server.closes).isEmpty();
        assertThat(spared.findings()).containsExactly("64107 warning");
        assertThat(spared.server.texts("\"type\":\"error\"")).hasSize(18);
        assertThat(spared.server.texts.get(1))
                .isEqualTo(
                        "{\"type\":\"error\",\"description\":\"Invalid message received, code: 64107, {\\\"type\\\":\\\"nonsense\\\"}\"}");

        RelayServer closed = RelayServer.with("").on("setup", nine).on("setup", "[]");
        closed.call(new TickingCaller(), Duration.ofSeconds(2));

        assertThat(closed.server.closes).containsExactly(1007);
        assertThat(closed.findings()).containsExactly("64107 warning", "64107 error", "64107 info");
        assertThat(closed.action()).contains("SessionStatus=failed", "ErrorCode=64105");
    }

    private static CallResult fold(RelayServer relay) {
        CallFold fold = new CallFold("");
        relay.line.facts.all().stream()
                .sorted(Comparator.comparingLong(fact -> fact.atNs() - ManualLine.BEGIN_NS))
                .forEach(fold::fold);
        return fold.result();
    }
}
