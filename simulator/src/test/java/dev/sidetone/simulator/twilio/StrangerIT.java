package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.timeline.EndedBy;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls to a server that shares no line of code with this project. */
class StrangerIT {
    private static final String PUBLIC_HOST = "voice.stranger.example";

    /** In ticks: so much sound is heard only when the server plays what it means to be cut off. */
    private static final int MORE_THAN_THE_BEEP = 20;

    private final FactList facts = new FactList();

    @BeforeAll
    static void pythonIsHere() {
        assumeTrue(StrangersServer.canRun(), "the stranger's server needs python3, which is not installed");
    }

    @Test
    void aStrangersServerIsCalledAsTwilioWouldAtItsPublicAddress() throws Exception {
        try (StrangersServer server = new StrangersServer();
                FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[1600]))) {
            TickingCaller caller = new TickingCaller();
            caller.when(() -> caller.audible() > MORE_THAN_THE_BEEP, phone -> phone.press('9'))
                    .when(() -> facts.of(Fact.MarkEchoed.class).size() == 2, phone -> phone.press('#'));

            CallOutcome outcome = line.placeCall(plan(server, StrangersServer.TOKEN), caller, facts)
                    .outcome()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);

            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.by()).isEqualTo(EndedBy.SERVER);
            theCallIsSetUp(server);
            theStreamIsTalkedOver(server);
            theCallIsWoundUp(server, NanoClock.system().nowNs());
            assertThat(server.hasSaidAll()).isTrue();
        }
        assertThat(facts.of(Fact.Noted.class))
                .extracting(Fact.Noted::text)
                .anyMatch(note -> note.matches(
                        "http://127.0.0.1:\\d+ is dialled in place of https://" + PUBLIC_HOST.replace(".", "\\.")))
                .anyMatch(note -> note.matches(
                        "ws://127.0.0.1:\\d+ is dialled in place of wss://" + PUBLIC_HOST.replace(".", "\\.")));
    }

    @Test
    void aTokenThatTheServerDoesNotShareIsRefusedByTheStranger() throws Exception {
        try (StrangersServer server = new StrangersServer();
                FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]))) {
            CallOutcome outcome = line.placeCall(plan(server, "another secret"), new TickingCaller(), facts)
                    .outcome()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);

            assertThat(outcome.findings().get(0).code()).isEqualTo("11200");
            assertThat(outcome.findings().get(0).cure()).contains("auth token");
            assertThat(server.webhook().get("signed").asBoolean()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-port"})
    void aServerThatMakesWssOfTheRequestsHostIsCalledByItsWebhookAlone(String wish) throws Exception {
        try (StrangersServer server = StrangersServer.namedByItsRequests();
                FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[1600]))) {
            TickingCaller caller = new TickingCaller();
            caller.when(() -> caller.audible() > MORE_THAN_THE_BEEP, phone -> phone.press('#'));
            CallPlan plan = CallPlan.to(server.voice())
                    .with(Map.of("Wish", wish))
                    .by(OriginMapping.to(server.voice(), null, StreamOrigin.AUTO));

            CallOutcome outcome = line.placeCall(plan, caller, facts)
                    .outcome()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);

            assertThat(outcome.findings()).isEmpty();
            assertThat(outcome.by()).isEqualTo(EndedBy.SERVER);
            String port = wish.isEmpty() ? ":" + server.voice().getPort() : "";
            assertThat(facts.of(Fact.Noted.class))
                    .extracting(Fact.Noted::text)
                    .containsOnlyOnce("ws://127.0.0.1:" + server.voice().getPort()
                            + " is dialled in place of wss://127.0.0.1" + port + ": --to has no TLS");
        }
    }

    private static CallPlan plan(StrangersServer server, String token) {
        NumberSetup setup =
                NumberSetup.PLAIN.withCallback(URI.create("https://" + PUBLIC_HOST + "/call-status"), "POST", Set.of());
        return CallPlan.to(server.voice())
                .signedBy(CallPlan.TEST_ACCOUNT_SID, token)
                .having(setup)
                .by(OriginMapping.to(server.voice(), StrangersServer.PUBLIC, StreamOrigin.AUTO));
    }

    private static void theCallIsSetUp(StrangersServer server) throws InterruptedException {
        JsonNode voice = webhook(server, "/voice");
        assertThat(voice.get("host").asText()).isEqualTo(PUBLIC_HOST);
        assertThat(voice.get("proto").asText()).isEqualTo("https");
        assertThat(voice.get("form").get("CallStatus").asText()).isEqualTo("ringing");
        JsonNode upgrade = server.next("upgrade");
        assertThat(upgrade.get("signed").asBoolean()).isTrue();
        assertThat(upgrade.get("path").asText()).isEqualTo("/media");
        List<String> names = new ArrayList<>();
        upgrade.get("headers").forEach(header -> names.add(header.get(0).asText()));
        assertThat(names)
                .containsExactly(
                        "host",
                        "user-agent",
                        "connection",
                        "sec-websocket-key",
                        "sec-websocket-version",
                        "upgrade",
                        "x-forwarded-host",
                        "x-forwarded-proto",
                        "x-twilio-signature");
        assertThat(upgrade.get("headers").get(0).get(1).asText()).isEqualTo(PUBLIC_HOST);
        assertThat(upgrade.get("headers").get(1).get(1).asText()).isEqualTo("Twilio.TmeWs/1.0");
    }

    private void theStreamIsTalkedOver(StrangersServer server) throws InterruptedException {
        server.next("connected");
        assertThat(server.next("start")
                        .at("/message/start/customParameters/who")
                        .asText())
                .isEqualTo("stranger & friend");
        assertThat(webhook(server, "/stream-status").at("/form/StreamEvent").asText())
                .isEqualTo("stream-started");
        assertThat(server.next("mark").at("/message/mark/name").asText()).isEqualTo("beep");
        assertThat(server.next("dtmf").at("/message/dtmf/digit").asText()).isEqualTo("9");
        assertThat(server.next("mark").at("/message/mark/name").asText()).isEqualTo("never heard");
        JsonNode last = server.next("dtmf");
        assertThat(last.at("/message/dtmf/digit").asText()).isEqualTo("#");
        List<Long> written = facts.of(Fact.FrameWritten.class).stream()
                .map(Fact.FrameWritten::tick)
                .toList();
        assertThat(written)
                .as(
                        "a frame at every tick of the stream, but for those that a machine which stood still took from the line")
                .containsExactlyElementsOf(ticks(written.get(0), written.get(written.size() - 1)));
        long before = written.stream().filter(tick -> tick <= tickOf('#')).count();
        assertThat(last.get("frames").asLong()).as("frames before the last key").isEqualTo(before);
        // The last frame may reach the server just before it closes, and is then no longer reported as written.
        assertThat(server.next("closed").get("frames").asLong()).isBetween(before, framesHandedOver(written.get(0)));
    }

    /** The ticks of the stream from {@code first} on, each of which has handed a frame to the socket. */
    private long framesHandedOver(long first) {
        return facts.all().stream()
                .takeWhile(fact -> !(fact instanceof Fact.StreamEnded))
                .filter(fact -> fact instanceof Fact.Tick tick && tick.tick() >= first)
                .count();
    }

    private List<Long> ticks(long first, long last) {
        return facts.of(Fact.Tick.class).stream()
                .map(Fact.Tick::tick)
                .filter(tick -> tick >= first && tick <= last)
                .toList();
    }

    /** The tick at which the caller pressed {@code digit}, behind its frame: the one that is recorded next. */
    private long tickOf(char digit) {
        boolean pressed = false;
        for (Fact fact : facts.all()) {
            if (pressed && fact instanceof Fact.Tick tick) {
                return tick.tick();
            }
            pressed |= fact instanceof Fact.KeyPressed key && key.digit() == digit;
        }
        throw new AssertionError("nobody pressed " + digit);
    }

    /** @param settledNs when the call was over and everything was sent about it */
    private void theCallIsWoundUp(StrangersServer server, long settledNs) throws InterruptedException {
        JsonNode first = webhook(server);
        JsonNode second = webhook(server);
        boolean actionFirst = first.get("path").asText().equals("/after");
        JsonNode action = actionFirst ? first : second;
        JsonNode stopped = actionFirst ? second : first;
        assertThat(action.get("path").asText()).isEqualTo("/after");
        assertThat(action.at("/form/CallStatus").asText()).isEqualTo("in-progress");
        assertThat(action.get("cookie").asText()).isEqualTo("visit=first");
        assertThat(stopped.at("/form/StreamEvent").asText()).isEqualTo("stream-stopped");
        JsonNode ended = webhook(server, "/call-status");
        assertThat(ended.at("/form/CallStatus").asText()).isEqualTo("completed");
        int seconds = ended.at("/form/CallDuration").asInt();
        long leastNs = facts.one(Fact.CallEnded.class).atNs()
                - facts.one(Fact.StreamDialled.class).atNs();
        long mostNs = settledNs - facts.one(Fact.WebhookAnswered.class).atNs();
        assertThat(seconds).isGreaterThanOrEqualTo(2).isBetween(rounded(leastNs), rounded(mostNs));
        assertThat(ended.at("/form/Duration").asInt()).as("in minutes").isEqualTo((seconds + 59) / 60);
    }

    private static int rounded(long ns) {
        return (int) Math.round(ns / 1e9);
    }

    private static JsonNode webhook(StrangersServer server, String path) throws InterruptedException {
        JsonNode webhook = webhook(server);
        assertThat(webhook.get("path").asText()).isEqualTo(path);
        return webhook;
    }

    private static JsonNode webhook(StrangersServer server) throws InterruptedException {
        JsonNode webhook = server.webhook();
        assertThat(webhook.get("signed").asBoolean()).isTrue();
        return webhook;
    }
}
