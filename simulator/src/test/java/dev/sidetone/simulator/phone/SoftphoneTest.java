package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.device.NoSoundDevices;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.ServerChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftphoneTest {
    private static final long MOST_S = 60;

    @TempDir
    private Path folder = Path.of("");

    /** Requests as they came in. */
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    @Test
    void aServerOnThisMachineThatNamesItsPublicHostInTheStreamIsReachedHere() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Settings none = Settings.read(folder.resolve("no.env"), Map.of());
        try (Softphone phone = Softphone.of(new NoSoundDevices(), none, RecordingStore.in(folder.resolve("calls")))) {
            phone.begin();
            assertThat(startOf(phone).trouble()).isNull();
            assertThat(phone.now().phase()).isEqualTo(PhoneState.Phase.READY);

            URI voice = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/voice");
            phone.call(phone.describe().server(ServerChoice.at(voice)).build());

            assertThat(requests.poll(MOST_S, TimeUnit.SECONDS)).isEqualTo("POST /voice");
            assertThat(requests.poll(MOST_S, TimeUnit.SECONDS)).isEqualTo("GET /media");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aPhoneThatLacksPartOfItsProgramIsBrokenAndSaysWhichInsteadOfStartingForEver() throws Exception {
        try (Softphone phone = starting(call -> {
            throw new NoClassDefFoundError("io/vertx/core/Vertx");
        })) {
            phone.begin();

            PhoneState start = startOf(phone);
            assertThat(start.phase()).isEqualTo(PhoneState.Phase.BROKEN);
            assertThat(Objects.requireNonNull(start.trouble()).what())
                    .isEqualTo("Sidetone cannot start: java.lang.NoClassDefFoundError: io/vertx/core/Vertx.");
        }
    }

    @Test
    void aPhoneThatFailsWithoutAWordIsBrokenByItsFailuresName() throws Exception {
        try (Softphone phone = starting(call -> {
            throw new IllegalStateException();
        })) {
            phone.begin();

            assertThat(Objects.requireNonNull(startOf(phone).trouble()).what())
                    .isEqualTo("Sidetone cannot start: java.lang.IllegalStateException.");
        }
    }

    private Softphone starting(Softphone.Start start) throws Exception {
        Settings none = Settings.read(folder.resolve("no.env"), Map.of());
        return Softphone.starting(new NoSoundDevices(), none, RecordingStore.in(folder.resolve("calls")), start);
    }

    private static PhoneState startOf(Softphone phone) throws Exception {
        return phone.started().toCompletableFuture().get(MOST_S, TimeUnit.SECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        byte[] twiml = "<Response><Connect><Stream url='wss://voice.sidetone.example/media'/></Connect></Response>"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 200 : 403, twiml.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(twiml);
        }
    }
}
