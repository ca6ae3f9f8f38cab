package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import dev.sidetone.simulator.twilio.rest.RestSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a call that Twilio's own SDK asked for tells the server that asked, on real loopback sockets. */
@Timeout(240)
class RestCallbacksIT {
    private static final PhoneNumber PERSON = new PhoneNumber("+14155550100");
    private static final PhoneNumber OURS = new PhoneNumber("+14155550199");

    private final FactList facts = new FactList();
    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[160]));
    private LoopbackServer server;
    private TwilioRestClient client;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        server = new LoopbackServer();
        line.serveRest(web, new RestSetup(0, CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN, Set.of()));
        client = PointedClient.to(
                Objects.requireNonNull(line.restUrl()), CallPlan.TEST_ACCOUNT_SID, CallPlan.TEST_AUTH_TOKEN);
    }

    @AfterEach
    void stop() {
        line.close();
        server.close();
        web.close();
    }

    @Test
    void callbacksAndTheFallbackAreThoseThatTheSdkAskedFor() throws Exception {
        line.answerOutbound(
                CallPlan.to(server.voice()),
                call -> new Pickup.RingResult(null, new TickingCaller(), facts, Duration.ofMillis(50), placed -> {}));

        Call asked = Call.creator(PERSON, OURS, server.voice().resolve("/gone"))
                .setFallbackUrl(server.voice())
                .setSendDigits("1")
                .setStatusCallback(server.voice().resolve("/status"))
                .setStatusCallbackEvent(List.of("initiated", "ringing", "answered", "completed"))
                .create(client);
        List<String> first = requestsUpTo("/voice?");
        Call.updater(asked.getSid()).setStatus(Call.UpdateStatus.COMPLETED).update(client);
        List<String> last = requestsUpTo("CallStatus=completed");

        assertThat(first).anyMatch(request -> request.startsWith("/gone?"));
        assertThat(first.get(first.size() - 1)).contains("ErrorCode=11200");
        assertThat(Stream.concat(first.stream(), last.stream()).filter(request -> request.startsWith("/status?")))
                .extracting(request -> request.replaceAll(".*&SequenceNumber=(\\d).*", "$1"))
                .containsExactly("0", "1", "2", "3");
    }

    /** What the server was asked, up to a request with {@code part}. */
    private List<String> requestsUpTo(String part) throws InterruptedException {
        List<String> requests = new ArrayList<>();
        String next = "";
        while (!next.contains(part)) {
            next = Objects.requireNonNull(server.posts.poll(60, TimeUnit.SECONDS), "no request with " + part);
            requests.add(next);
        }
        return requests;
    }
}
