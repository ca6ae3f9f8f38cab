package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.OutboundCallRequest;
import dev.sidetone.bridge.twilio.rest.TwilioAlert;
import dev.sidetone.bridge.twilio.rest.TwilioApi;
import dev.sidetone.bridge.twilio.rest.VoiceSetting;
import dev.sidetone.simulator.caller.CallerScript;
import dev.sidetone.simulator.line.ReleaseCause;
import dev.sidetone.simulator.twilio.Pickup;
import dev.sidetone.simulator.twilio.TwilioCall;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls over REST as live mode makes them, towards a server behind the public address. */
@Timeout(240)
class CloudCallsIT {
    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
    private volatile String document = "<Response><Pause length='60'/></Response>";
    private Cloud cloud;
    private TwilioApi api;

    @BeforeEach
    void start() throws Exception {
        cloud = Cloud.start(folder);
        api = new TwilioApi(cloud.account());
        cloud.publish(web.listen("127.0.0.1", 0, 1, new Server()).port());
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
        cloud.close();
        web.close();
    }

    @Test
    void aCallThatWePlaceIsToldStepByStepAndHungUpByUs() throws Exception {
        pickUp();

        String sid = api.calls().place(wish("+15550100"));

        assertThat(next("/outbound")).contains("CallStatus=in-progress");
        assertThat(api.calls().hangUp(sid)).isTrue();
        assertThat(next("CallStatus=completed")).contains("/call-status", sid);
        assertThat(api.calls().hangUp(sid)).isFalse();
        assertThat(cloud.asked().get(0))
                .contains("StatusCallbackEvent=initiated", "StatusCallbackEvent=ringing", "TimeLimit=600");
    }

    @Test
    void aCallThatNobodyTakesIsToldAsSuch() throws Exception {
        cloud.line().answerOutbound(cloud.plan(), call -> Pickup.RingResult.none(ReleaseCause.BUSY));

        api.calls().place(wish("+15550100"));

        assertThat(next("CallStatus=busy")).contains("/call-status");
    }

    @Test
    void aCallIsPutThroughOnceItIsAnswered() throws Exception {
        pickUp();
        String sid = api.calls().place(wish("+15550100"));
        assertThat(next("/outbound")).contains(sid);

        assertThat(api.calls().transfer(sid, "+15550123", Duration.ofMinutes(7)))
                .isTrue();

        assertThat(cloud.asked().get(cloud.asked().size() - 1))
                .contains("Twiml=", "timeLimit=\"420\"", "+15550123</Dial>");
    }

    @Test
    void whatTwiliosDebuggerSaysOfACallIsReadAfterwards() throws Exception {
        document = "<Response><Connect>";
        TwilioCall other = ring();
        other.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);
        TwilioCall call = ring();
        call.outcome().toCompletableFuture().get(60, TimeUnit.SECONDS);

        List<TwilioAlert> alerts = api.alerts().of(call.callSid(), START);

        assertThat(alerts).isNotEmpty();
        assertThat(alerts).anySatisfy(alert -> {
            assertThat(alert.code()).isEqualTo("12100");
            assertThat(alert.level()).isEqualTo("error");
            assertThat(alert.text()).isNotBlank().doesNotContain("ErrorCode=");
            assertThat(alert.moreInfo()).contains("12100");
            assertThat(alert.at()).isAfter(START);
        });
        assertThat(api.alerts().of(other.callSid(), START)).doesNotContainAnyElementsOf(alerts);
        assertThat(api.alerts().of(call.callSid(), Instant.parse("2090-01-01T00:00:00Z")))
                .isEmpty();
    }

    private TwilioCall ring() throws Exception {
        var number = api.numbers().list().stream()
                .filter(each -> each.number().equals(Cloud.FRESH))
                .findFirst()
                .orElseThrow();
        var voice = number.settings().with(VoiceSetting.VOICE_URL, cloud.publicOrigin() + "/voice");
        api.numbers().write(number, voice);
        return cloud.ring(
                "+15550100", Cloud.FRESH, new CallerScript().pause(60_000).caller());
    }

    private void pickUp() {
        cloud.line()
                .answerOutbound(
                        cloud.plan(),
                        call -> Pickup.RingResult.by(
                                new CallerScript().pause(60_000).caller(), Cloud.nobodyListens(), placed -> {}));
    }

    private OutboundCallRequest wish(String to) {
        return new OutboundCallRequest(
                Cloud.OWNED,
                to,
                URI.create(cloud.publicOrigin() + "/outbound"),
                URI.create(cloud.publicOrigin() + "/call-status"),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10));
    }

    /** The next request that has {@code part} in it. */
    private String next(String part) throws InterruptedException {
        String request = "";
        while (!request.contains(part)) {
            request = came.poll(60, TimeUnit.SECONDS);
            assertThat(request).as("a request with " + part).isNotNull();
        }
        return request;
    }

    private final class Server implements RequestHandler {
        @Override
        public Response answer(Request request, EventLoop loop) {
            came.add(request.path() + " " + request.body());
            return new Response(200, "text/xml", document);
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no");
        }
    }
}
