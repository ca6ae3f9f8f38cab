package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.device.NoSoundDevices;
import dev.sidetone.simulator.phone.PhoneState.Phase;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.CallerChoice;
import dev.sidetone.simulator.rig.Rig;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that calls the phone through the REST API, and what it is told of that. */
class IncomingCallsTest {
    private static final long MOST_S = 60;
    private static final long LOOK_NS = 10_000_000;
    private static final int MOST_LOOKS = 6_000;

    @TempDir
    private Path folder = Path.of("");

    /** The statuses that the server was told, and its webhook's requests. */
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    private @Nullable HttpServer server;
    private @Nullable Softphone phone;
    private @Nullable IncomingCalls incoming;

    @BeforeEach
    void start() throws Exception {
        HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        made.createContext("/", this::answer);
        made.start();
        server = made;
        Settings none = Settings.read(folder.resolve("no.env"), Map.of());
        Softphone ready =
                Softphone.starting(new NoSoundDevices(), none, RecordingStore.in(folder.resolve("calls")), Rig::start);
        phone = ready;
        incoming = new IncomingCalls(ready);
        ready.begin();
        ready.started().toCompletableFuture().get(MOST_S, TimeUnit.SECONDS);
        until("the API is there", () -> incoming().access() != null);
        incoming().accept(CallerChoice.DEMO);
    }

    @AfterEach
    void close() {
        phone().close();
        Objects.requireNonNull(server).stop(0);
    }

    @Test
    void thePhoneRingsUntilSomebodyPicksUpAndTheServersUrlIsAskedThen() throws Exception {
        assertThat(dial()).isEqualTo(201);
        awaitStatus("ringing");
        until("it rings", () -> new IncomingCall("+14155550199", "+14155550100")
                .equals(incoming().ringing()));
        assertThat(phone().now().phase()).isEqualTo(Phase.RINGING);
        incoming().answer();
        awaitStatus("voice");
        awaitStatus("completed");
        until("the phone is free again", () -> phone().now().phase() == Phase.READY);
        PhoneCall call = Objects.requireNonNull(phone().now().call());
        assertThat(call.isOver()).isTrue();
        assertThat(call.result().recording()).isNotNull();
    }

    @Test
    void aDeclinedCallIsBusyAndSoIsOneThatComesDuringAnother() throws Exception {
        dial();
        awaitStatus("ringing");
        until("it rings", () -> incoming().ringing() != null);
        dial();
        awaitStatus("busy");
        assertThat(incoming().ringing()).isNotNull();
        incoming().decline();
        awaitStatus("busy");
        until("the phone is free again", () -> phone().now().phase() == Phase.READY);
        assertThat(incoming().ringing()).isNull();
        assertThat(told).doesNotContain("voice");
    }

    @Test
    void theVoicemailPicksUpInThePersonsPlaceAndSaysSo() throws Exception {
        dial();
        awaitStatus("ringing");
        until("it rings", () -> incoming().ringing() != null);
        incoming().toVoicemail();
        awaitStatus("in-progress");
        until("somebody is on the line", () -> phone().now().phase() == Phase.IN_CALL);
        phone().hangUp();
        awaitStatus("completed");
    }

    @Test
    void aCallThatNobodyAcceptsIsPickedUpByTheDemoCallerUnseen() throws Exception {
        incoming().accept(null);
        dial();
        awaitStatus("in-progress");
        assertThat(phone().now().phase()).isEqualTo(Phase.READY);
        assertThat(incoming().ringing()).isNull();
    }

    private int dial() throws Exception {
        RestAccess access = Objects.requireNonNull(incoming().access());
        String own = "http://127.0.0.1:"
                + Objects.requireNonNull(server).getAddress().getPort();
        String form = "To=%2B14155550100&From=%2B14155550199&Url=" + encoded(own + "/voice") + "&StatusCallback="
                + encoded(own + "/status")
                + "&StatusCallbackEvent=ringing&StatusCallbackEvent=answered&StatusCallbackEvent=completed";
        String login = access.accountSid() + ":" + access.token();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(access.url() + "/2010-04-01/Accounts/" + access.accountSid() + "/Calls.json"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean status = exchange.getRequestURI().getPath().equals("/status");
        byte[] twiml = "<Response><Pause length='1'/></Response>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, twiml.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(twiml);
        }
        told.add(status ? form.replaceAll("(?:.*&)?CallStatus=([a-z-]+).*", "$1") : "voice");
    }

    /** Waits until the server is told so; what it was told before is over. */
    private void awaitStatus(String status) throws Exception {
        String next = told.poll(MOST_S, TimeUnit.SECONDS);
        while (next != null && !next.equals(status)) {
            next = told.poll(MOST_S, TimeUnit.SECONDS);
        }
        assertThat(next).as("the server is told " + status).isEqualTo(status);
    }

    /** A state that follows at once from what the server was told. */
    private static void until(String what, BooleanSupplier met) {
        for (int looks = 0; !met.getAsBoolean(); looks++) {
            assertThat(looks).as(what).isLessThan(MOST_LOOKS);
            Park.forNs(LOOK_NS);
        }
    }

    private Softphone phone() {
        return Objects.requireNonNull(phone);
    }

    private IncomingCalls incoming() {
        return Objects.requireNonNull(incoming);
    }
}
