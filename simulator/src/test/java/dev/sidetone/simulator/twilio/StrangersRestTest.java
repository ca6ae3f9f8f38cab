package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.line.net.OriginMapping;
import dev.sidetone.simulator.line.net.StreamOrigin;
import dev.sidetone.simulator.recording.CallFolder;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.TimelinePump;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.plan.NumberSetup;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that shares no line of code with this project takes its calls elsewhere by the REST API, while they run. */
@Tag("side-by-side")
@Timeout(240)
class StrangersRestTest {
    private static final URI STATUS = StrangersServer.PUBLIC.resolve("/call-status");

    private final NanoClock clock = NanoClock.system();
    private final SocketRuntime web = SocketRuntime.start(clock);
    private final FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[1600]));
    private StrangersServer server;

    @BeforeAll
    static void pythonIsHere() {
        assumeTrue(StrangersServer.canRun(), "the stranger's server needs python3, which is not installed");
    }

    @BeforeEach
    void start() throws Exception {
        line.serveRest(web, new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, StrangersServer.TOKEN, Set.of()));
        server = new StrangersServer(Objects.requireNonNull(line.restUrl()));
    }

    @AfterEach
    void stop() {
        server.close();
        line.close();
        web.close();
    }

    @Test
    void aTransferPullsTheCallOffItsStreamAndIsInTheWrittenResult(@TempDir Path recordings) throws Exception {
        JsonNode result = call("transfer", recordings);

        theGreetingIsHeard();
        assertThat(server.next("rest").toString()).contains("\"status\":200", "\"call\":\"in-progress\"");
        server.next("stop");
        server.next("closed");
        Map<String, JsonNode> asked = webhooks(5);
        assertThat(asked.keySet())
                .containsExactlyInAnyOrder(
                        "/voice", "stream-started", "stream-stopped", "/after-dial", "/call-status completed");
        JsonNode afterDial = Objects.requireNonNull(asked.get("/after-dial"));
        assertThat(afterDial.at("/form/DialCallStatus").asText()).isEqualTo("completed");
        assertThat(afterDial.at("/form/CallStatus").asText()).isEqualTo("in-progress");
        assertThat(afterDial.at("/form/DialBridged").asText()).isEqualTo("true");
        assertThat(server.hasSaidAll()).isTrue();
        assertThat(result.at("/transfer/to").asText()).isEqualTo("+15550123");
        assertThat(result.at("/transfer/answered").asBoolean()).isTrue();
        assertThat(result.at("/call/endedBy").asText()).isEqualTo("server");
        assertThat(result.at("/findings")).isEmpty();
    }

    @Test
    void aHangUpEndsTheCallAndTheWrittenResultNamesTheRestApi(@TempDir Path recordings) throws Exception {
        JsonNode result = call("hang-up", recordings);

        theGreetingIsHeard();
        assertThat(server.next("rest").get("status").asInt()).isEqualTo(200);
        server.next("stop");
        server.next("closed");
        assertThat(webhooks(4).keySet())
                .containsExactlyInAnyOrder("/voice", "stream-started", "stream-stopped", "/call-status completed");
        assertThat(server.hasSaidAll()).isTrue();
        assertThat(result.at("/call/endedBy").asText()).isEqualTo("rest");
        assertThat(result.get("transfer").isNull()).isTrue();
        assertThat(result.at("/findings")).isEmpty();
    }

    private void theGreetingIsHeard() throws InterruptedException {
        assertThat(server.next("upgrade").get("signed").asBoolean()).isTrue();
        server.next("connected");
        server.next("start");
        assertThat(server.next("mark").at("/message/mark/name").asText()).isEqualTo("beep");
    }

    /** So many requests, by path, and by the event or status that they tell of. */
    private Map<String, JsonNode> webhooks(int count) throws InterruptedException {
        Map<String, JsonNode> asked = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            JsonNode webhook = server.webhook();
            assertThat(webhook.get("signed").asBoolean()).isTrue();
            asked.put(nameOf(webhook), webhook);
        }
        return asked;
    }

    private static String nameOf(JsonNode webhook) {
        String path = webhook.get("path").asText();
        return switch (path) {
            case "/stream-status" -> webhook.at("/form/StreamEvent").asText();
            case "/call-status" -> path + " " + webhook.at("/form/CallStatus").asText();
            default -> path;
        };
    }

    /** Makes the call, recorded, and reads what was written about it. */
    private JsonNode call(String wish, Path recordings) throws Exception {
        CallFolder folder = CallFolder.keptIn(recordings, "test");
        CallTimeline timeline = new CallTimeline("test", folder, Checks.forOneCall());
        TimelinePump pump = new TimelinePump(timeline, clock, Park::forNs);
        Thread pumping = new Thread(pump, "timeline");
        pumping.start();
        try {
            line.placeCall(plan(wish), new TickingCaller(), timeline)
                    .outcome()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } finally {
            pump.stop();
            pumping.join();
            timeline.close(clock.nowNs());
        }
        Path written = Objects.requireNonNull(folder.folder()).resolve("result.json");
        return new ObjectMapper().readTree(written.toFile());
    }

    private CallPlan plan(String wish) {
        return CallPlan.to(server.voice())
                .with(Map.of("Wish", wish))
                .signedBy(CallPlan.TEST_ACCOUNT_SID, StrangersServer.TOKEN)
                .having(NumberSetup.PLAIN.withCallback(STATUS, "POST", Set.of()))
                .by(OriginMapping.to(server.voice(), StrangersServer.PUBLIC, StreamOrigin.AUTO));
    }
}
