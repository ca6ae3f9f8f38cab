package dev.sidetone.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.time.Metronome;
import dev.sidetone.bridge.time.NanoClock;
import dev.sidetone.bridge.time.Park;
import dev.sidetone.simulator.caller.Caller;
import dev.sidetone.simulator.caller.Handset;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.FactSink;
import dev.sidetone.simulator.twilio.FakeTwilio;
import dev.sidetone.simulator.twilio.plan.CallPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Measures the lateness of caller frames on the socket, on loopback, beside that of a thread that only parks from deadline to deadline.
 * Arguments: seconds of the call (30), calls (1).
 */
public final class SendLateness {
    private static final NanoClock CLOCK = NanoClock.system();
    private static final int WARM_UP_TICKS = 100;

    private SendLateness() {}

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 30;
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        System.out.println("lateness in us        p50      p90      p99    p99.9      max        n");
        print("bare park, before", bareParks(seconds / 2));
        CompletableFuture<Histogram> beside = CompletableFuture.supplyAsync(() -> bareParks(seconds));
        lines(seconds, calls);
        print("bare park, beside", beside.join());
    }

    private static void lines(int seconds, int calls) throws Exception {
        Histogram ticks = histogram();
        Histogram written = histogram();
        try (ListeningServer server = new ListeningServer();
                FakeTwilio line = new FakeTwilio(text -> CompletableFuture.completedFuture(new byte[0]))) {
            CallPlan plan = CallPlan.to(server.voice()).lasting(Duration.ofSeconds(seconds));
            CompletableFuture<?>[] ends = new CompletableFuture<?>[calls];
            for (int i = 0; i < calls; i++) {
                ends[i] = line.placeCall(plan, new Silent(), new Lateness(ticks, written))
                        .outcome()
                        .toCompletableFuture();
            }
            CompletableFuture.allOf(ends).join();
        }
        print("line, tick runs", ticks);
        print("line, frame written", written);
    }

    private static Histogram bareParks(int seconds) {
        Histogram late = histogram();
        Metronome grid = new Metronome(CLOCK.nowNs() + LineFrame.NS, LineFrame.NS, 0);
        for (int i = 0; i < seconds * 50; i++) {
            for (long left = grid.nextNs() - CLOCK.nowNs(); left > 0; left = grid.nextNs() - CLOCK.nowNs()) {
                Park.forNs(left);
            }
            late.recordValue(CLOCK.nowNs() - grid.nextNs());
            grid.advance(CLOCK.nowNs());
        }
        return late;
    }

    private static Histogram histogram() {
        return new ConcurrentHistogram(3);
    }

    private static void print(String what, Histogram late) {
        System.out.printf(
                "%-20s %8.1f %8.1f %8.1f %8.1f %8.1f %8d%n",
                what,
                late.getValueAtPercentile(50) / 1e3,
                late.getValueAtPercentile(90) / 1e3,
                late.getValueAtPercentile(99) / 1e3,
                late.getValueAtPercentile(99.9) / 1e3,
                late.getMaxValue() / 1e3,
                late.getTotalCount());
    }

    /** Records the lateness of ticks and frames after the first two seconds, which run in the interpreter. */
    private record Lateness(Histogram ticks, Histogram written) implements FactSink {
        @Override
        public void add(Fact fact) {
            if (fact instanceof Fact.FrameWritten frame && frame.tick() >= WARM_UP_TICKS) {
                written.recordValue(Math.max(0, frame.lateNs()));
            }
        }

        @Override
        public void tick(Fact.Tick tick, LineFrame said, LineFrame heard) {
            if (tick.tick() >= WARM_UP_TICKS) {
                ticks.recordValue(Math.max(0, tick.lateNs()));
            }
        }

        @Override
        public void media(Fact.MediaArrived media, byte[] mulaw) {}
    }

    /** A caller that says nothing. */
    private static final class Silent implements Caller {
        @Override
        public void answered(Handset handset) {}

        @Override
        public void ear(LineFrame heard) {}

        @Override
        public LineFrame mouth() {
            return LineFrame.SILENCE;
        }

        @Override
        public void hungUp() {}

        @Override
        public boolean knowsItsEdges() {
            return false;
        }
    }

    /** A server that accepts every call and only listens. */
    private static final class ListeningServer extends WebSocketServer implements AutoCloseable {
        private final CountDownLatch listening = new CountDownLatch(1);
        private final HttpServer http;

        ListeningServer() throws IOException, InterruptedException {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
            setTcpNoDelay(true);
            setConnectionLostTimeout(0);
            start();
            listening.await();
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", this::answer);
            http.start();
        }

        URI voice() {
            return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/voice");
        }

        private void answer(HttpExchange exchange) throws IOException {
            String twiml = "<Response><Connect><Stream url='ws://127.0.0.1:" + getPort() + "/'/></Connect></Response>";
            byte[] body = twiml.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }

        @Override
        public void close() throws IOException {
            http.stop(0);
            try {
                stop(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onOpen(WebSocket stream, ClientHandshake handshake) {}

        @Override
        public void onMessage(WebSocket stream, String text) {}

        @Override
        public void onMessage(WebSocket stream, ByteBuffer binary) {}

        @Override
        public void onClose(WebSocket stream, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket stream, Exception failure) {
            System.err.println(failure);
        }

        @Override
        public void onStart() {
            listening.countDown();
        }
    }
}
