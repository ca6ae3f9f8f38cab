package dev.sidetone.simulator.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sidetone.loopback.ReservedPort;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The REST API after a call, for servers that ask it then. */
@Timeout(240)
class LingeringCallIT {
    private static final String STAYS = "Twilio's REST API stays at ";
    private static final Pattern SID = Pattern.compile("CallSid=(CA[0-9a-f]{32})");

    private final BlockingQueue<String> sids = new LinkedBlockingQueue<>();
    private final HttpClient client = HttpClient.newHttpClient();
    /** At zero the server answers its calls. */
    private CountDownLatch mayAnswer = new CountDownLatch(0);

    private HttpServer server;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/voice", exchange -> {
            Matcher sid = SID.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(sid.find()).isTrue();
            sids.add(sid.group(1));
            await(mayAnswer);
            byte[] twiml = "<Response><Say>Good-bye.</Say><Hangup/></Response>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, twiml.length);
            exchange.getResponseBody().write(twiml);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aServerThatWasPointedAtTheApiIsAnsweredAfterTheCall() throws Exception {
        try (ReservedPort port = new ReservedPort();
                SidetoneRun call = call("--rest-port", String.valueOf(port.forServer()))) {
            URI api = URI.create(call.says(STAYS).replaceFirst(".* at (\\S+) for 30.*", "$1"));
            String path = "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls/" + sid() + ".json";

            HttpResponse<String> late = send(api.resolve(path), "Status=completed");
            assertThat(late.statusCode()).isEqualTo(404);
            assertThat(late.body()).contains("20404", "The requested resource " + path + " was not found");
            assertThat(send(api.resolve(path), "").body()).contains("\"status\":\"completed\"");

            call.terminate();
            call.exitCode();
        }
    }

    @Test
    void aServerThatFoundTheApiByItselfIsAnsweredAfterTheCall() throws Exception {
        mayAnswer = new CountDownLatch(1);
        try (SidetoneRun call = call()) {
            URI api = URI.create(call.says("REST API at ").replaceFirst(".* at ([^\\s,]+).*", "$1"));
            String path = "/2010-04-01/Accounts/" + CallPlan.TEST_ACCOUNT_SID + "/Calls/" + sid() + ".json";
            assertThat(send(api.resolve(path), "").body()).contains("\"status\":\"ringing\"");
            mayAnswer.countDown();

            assertThat(call.says(STAYS)).contains(" for 30.0 s more");
            call.terminate();
            call.exitCode();
        }
    }

    @Test
    void anEndThatWasAskedForComesThen() throws Exception {
        try (SidetoneRun call = call("--linger", "1ms")) {
            call.says(STAYS);
            assertThat(call.exitCode()).isLessThan(3);
        }
    }

    @Test
    void aServerThatCannotKnowTheApiIsNotWaitedFor() throws Exception {
        try (SidetoneRun call = call()) {
            assertThat(call.exitCode()).isLessThan(3);
            assertThat(call.everything()).contains("Twilio's REST API at ").doesNotContain(STAYS);
        }
    }

    @Test
    void nobodyIsWaitedForWhereThatIsSaid() throws Exception {
        try (ReservedPort port = new ReservedPort();
                SidetoneRun call = call("--linger", "0s", "--rest-port", String.valueOf(port.forServer()))) {
            assertThat(call.exitCode()).isLessThan(3);
            assertThat(call.everything()).doesNotContain(STAYS);
        }
    }

    private SidetoneRun call(String... options) throws Exception {
        String webhook = "http://127.0.0.1:" + server.getAddress().getPort() + "/voice";
        String[] command = new String[options.length + 3];
        command[0] = "call";
        command[1] = "--to";
        command[2] = webhook;
        System.arraycopy(options, 0, command, 3, options.length);
        return SidetoneLauncher.HERE.command(folder, Map.of(), command);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sid() throws InterruptedException {
        String sid = sids.poll(60, TimeUnit.SECONDS);
        assertThat(sid).isNotNull();
        return sid;
    }

    private HttpResponse<String> send(URI url, String form) throws Exception {
        String login = CallPlan.TEST_ACCOUNT_SID + ":" + CallPlan.TEST_AUTH_TOKEN;
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return client.send(
                form.isEmpty()
                        ? request.build()
                        : request.POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
