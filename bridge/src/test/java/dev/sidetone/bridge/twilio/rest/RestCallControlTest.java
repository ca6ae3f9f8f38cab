package dev.sidetone.bridge.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.socket.EventLoop;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.socket.SocketRuntime;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.twilio.rest.CallControl.Outcome;
import dev.sidetone.bridge.twilio.rest.CallControl.Result;
import dev.sidetone.loopback.ReservedPort;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Twilio's own SDK against a REST API on a loopback socket. */
class RestCallControlTest {
    private static final String SID = "CA00000000000000000000000000000001";
    private static final String ACCOUNT = "AC00000000000000000000000000000001";

    private final SocketRuntime web = SocketRuntime.start(NanoClock.system());
    private final Api api = new Api();
    private final BlockingQueue<String> told = new ArrayBlockingQueue<>(10);
    private final List<AutoCloseable> open = new ArrayList<>();
    private EventLoop loop = web.loop();

    @BeforeEach
    void serve() throws IOException {
        loop = web.loop();
        api.port = web.listen("127.0.0.1", 0, 1, api).port();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        web.close();
    }

    @Test
    void aHangUpIsAnUpdateOfTheCallAsTwilioWantsIt() throws Exception {
        rest(api.port).hangUp(SID, loop, this::take);
        assertThat(result()).isEqualTo("DONE");
        String basic = Base64.getEncoder().encodeToString((ACCOUNT + ":secret").getBytes(StandardCharsets.UTF_8));
        assertThat(api.asked)
                .containsExactly("POST /2010-04-01/Accounts/" + ACCOUNT + "/Calls/" + SID
                        + ".json Status=completed Basic " + basic);
    }

    @Test
    void aRedirectBringsItsDocument() throws Exception {
        rest(api.port).redirect(SID, "<Response><Dial>+15550199</Dial></Response>", loop, this::take);
        assertThat(result()).isEqualTo("DONE");
        assertThat(api.asked).singleElement().asString().contains("Twiml=<Response><Dial>+15550199</Dial></Response>");
    }

    @Test
    void theAnswerComesOnTheCallsOwnLoop() throws Exception {
        BlockingQueue<Thread> threads = new ArrayBlockingQueue<>(2);
        loop.after(0, () -> threads.add(Thread.currentThread()));
        Thread loops = threads.poll(60, TimeUnit.SECONDS);
        rest(api.port).hangUp(SID, loop, result -> threads.add(Thread.currentThread()));
        assertThat(threads.poll(60, TimeUnit.SECONDS)).isNotNull().isSameAs(loops);
    }

    @Test
    void aCallThatIsNotInProgressOrNotThereIsOverAlready() throws Exception {
        api.refuses(400, 21220, "Call is not in-progress. Cannot redirect.");
        rest(api.port).hangUp(SID, loop, this::take);
        assertThat(result()).isEqualTo("ALREADY_OVER");
        api.refuses(404, 20404, "not found");
        rest(api.port).hangUp(SID, loop, this::take);
        assertThat(result()).isEqualTo("ALREADY_OVER");
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void aRefusalIsNamedWithItsCode() throws Exception {
        api.refuses(401, 20003, "Authenticate");
        rest(api.port).redirect(SID, "<Response/>", loop, result -> told.add(result.what()));
        assertThat(result())
                .contains("Twilio did not redirect")
                .contains("Authenticate")
                .contains("20003");
    }

    @Test
    void whatIsNotTwiliosAnswerIsAFailureToo() throws Exception {
        api.answer = new RequestHandler.Response(502, "text/html", "<html>bad gateway</html>");
        rest(api.port).hangUp(SID, loop, this::take);
        assertThat(result()).isEqualTo("FAILED");
    }

    @Test
    void aWebPageInTwiliosPlaceIsNamedWithoutTheWordsOfAParser() throws Exception {
        api.answer = new RequestHandler.Response(403, "text/html", "<html><h1>bad gateway</h1></html>");
        rest(api.port).hangUp(SID, loop, result -> told.add(result.what()));
        assertThat(result())
                .isEqualTo(
                        "Twilio did not hang up: 127.0.0.1 answered 403 with a web page (\"bad gateway\"), which is not"
                                + " Twilio's JSON");
    }

    @Test
    void anAnswerWithoutAnEndIsReadNoFurtherThanItMayBeLong() throws Exception {
        api.answer = new RequestHandler.Response(200, "application/json", "[" + " ".repeat(1 << 20) + "]");
        rest(api.port).hangUp(SID, loop, result -> told.add(result.what()));
        assertThat(result()).contains("its answer is longer than 1048576 bytes");
    }

    @Test
    void nobodyThereIsAFailure() throws Exception {
        try (ReservedPort nobody = new ReservedPort()) {
            rest(nobody.number()).hangUp(SID, loop, this::take);
            assertThat(result()).isEqualTo("FAILED");
        }
    }

    @Test
    void anAnswerThatNeverComesIsGivenUpAtTheDeadlineAndToldOnce() throws Exception {
        ManualTimers time = new ManualTimers(0);
        List<Result> results = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket(0)) {
            rest(silent.getLocalPort()).hangUp(SID, time, results::add);
            time.advance(RestCallControl.DEADLINE_NS - 1);
            assertThat(results).isEmpty();
            time.advance(1);
            assertThat(results).singleElement().extracting(Result::outcome).isEqualTo(Outcome.FAILED);
            assertThat(results.get(0).what()).contains("no answer within 5 s");
        }
    }

    @Test
    void withoutCredentialsThereIsNobodyToAsk() {
        ManualTimers time = new ManualTimers(0);
        List<Outcome> outcomes = new ArrayList<>();
        CallControl.none().hangUp(SID, time, result -> outcomes.add(result.outcome()));
        CallControl.none().redirect(SID, "<Response/>", time, result -> outcomes.add(result.outcome()));
        time.advance(1);
        assertThat(outcomes).containsExactly(Outcome.UNAVAILABLE, Outcome.UNAVAILABLE);
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(new TwilioAccount(ACCOUNT, "secret").toString()).doesNotContain("secret");
    }

    private CallControl rest(int port) {
        RestCallControl rest =
                new RestCallControl(new TwilioAccount(ACCOUNT, "secret", URI.create("http://127.0.0.1:" + port)));
        open.add(rest);
        return rest;
    }

    private void take(Result result) {
        told.add(result.outcome().name());
    }

    private String result() throws InterruptedException {
        return String.valueOf(told.poll(60, TimeUnit.SECONDS));
    }

    /** Answers every update alike. Played on its own loop. */
    private static final class Api implements RequestHandler {
        final BlockingQueue<String> asked = new ArrayBlockingQueue<>(20);
        volatile Response answer =
                new Response(200, "application/json", "{\"sid\":\"" + SID + "\",\"status\":\"in-progress\"}");
        volatile int port;

        void refuses(int status, int code, String message) {
            answer = new Response(
                    status,
                    "application/json",
                    "{\"code\":" + code + ",\"message\":\"" + message + "\",\"more_info\":\"\",\"status\":" + status
                            + "}");
        }

        @Override
        public Response answer(Request request, EventLoop loop) {
            asked.add(request.method() + " " + request.path() + " "
                    + URLDecoder.decode(request.body(), StandardCharsets.UTF_8) + " "
                    + request.headers().get("authorization"));
            return answer;
        }

        @Override
        public Upgrade upgrade(Request request, EventLoop loop) {
            return new Upgrade.Refuse(404, "no");
        }
    }
}
