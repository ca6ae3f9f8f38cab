package dev.sidetone.simulator.phone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sidetone.simulator.Settings;
import dev.sidetone.simulator.device.DeviceProblem;
import dev.sidetone.simulator.device.Microphone;
import dev.sidetone.simulator.device.SoundDevices;
import dev.sidetone.simulator.device.Speaker;
import dev.sidetone.simulator.recording.RecordingStore;
import dev.sidetone.simulator.rig.ServerChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoftphoneTest {
    private static final long MOST_S = 180;

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
        try (Softphone phone = Softphone.of(new NoDevices(), none, RecordingStore.in(folder.resolve("calls")))) {
            phone.begin();
            waitFor(phone, PhoneState.Phase.READY);

            URI voice = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/voice");
            phone.call(phone.describe().server(ServerChoice.at(voice)).build());

            assertThat(requests.poll(MOST_S, TimeUnit.SECONDS)).isEqualTo("POST /voice");
            assertThat(requests.poll(MOST_S, TimeUnit.SECONDS)).isEqualTo("GET /media");
        } finally {
            server.stop(0);
        }
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

    private static void waitFor(Softphone phone, PhoneState.Phase phase) throws InterruptedException {
        long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_S);
        while (phone.now().phase() == PhoneState.Phase.STARTING && System.nanoTime() < latest) {
            Thread.sleep(20);
        }
        assertThat(phone.now().phase()).as("%s", phone.now().trouble()).isEqualTo(phase);
    }

    /** A machine without sound. */
    private static final class NoDevices implements SoundDevices {
        @Override
        public List<String> microphones() {
            return List.of();
        }

        @Override
        public List<String> speakers() {
            return List.of();
        }

        @Override
        public Microphone openMicrophone(@Nullable String name) throws DeviceProblem {
            throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no microphone.", "Plug one in.");
        }

        @Override
        public Speaker openSpeaker(@Nullable String name) throws DeviceProblem {
            throw new DeviceProblem(DeviceProblem.Kind.MISSING, "There is no speaker.", "Plug one in.");
        }
    }
}
