package dev.sidetone.bench.peer;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An agent on OpenAI's wire, written by hand: it gets ready as agents do, and then does what it was given to do. */
public final class HandAgent implements AutoCloseable {
    private static final String READY = "{\"type\":\"session.updated\",\"session\":{}}";
    /** Mu-law that everybody hears: a square wave. */
    private static final int LOUD = 0x10;

    private final HandServer server;
    private final AtomicInteger sessions = new AtomicInteger();
    private final String scheme;

    private HandAgent(ServerSocket door, String scheme, Act act) throws IOException {
        this.scheme = scheme;
        this.server = HandServer.start(door, request -> serve(request, act));
    }

    /** The agent's part of a session, once it is ready; the socket is dropped after it. */
    public interface Act {
        void play(WebSocketByHand bridge) throws IOException;
    }

    /** Starts one on a free port of this machine. */
    public static HandAgent start(Act act) throws IOException {
        return new HandAgent(new ServerSocket(), "ws", act);
    }

    /** Starts one whose connections come by {@code door}, in TLS. */
    public static HandAgent start(ServerSocket door, Act act) throws IOException {
        return new HandAgent(door, "wss", act);
    }

    /** Its address, for {@code --agent-url}. */
    public String url() {
        return scheme + "://localhost:" + server.port() + "/v1/realtime";
    }

    /** How many sessions began. */
    public int sessions() {
        return sessions.get();
    }

    private void serve(HandServer.Request request, Act act) throws IOException {
        try (WebSocketByHand bridge = request.accept()) {
            sessions.incrementAndGet();
            bridge.send("{\"type\":\"session.created\",\"session\":{}}");
            for (@Nullable String text = bridge.next(); text != null; text = bridge.next()) {
                if (text.contains("session.update")) {
                    bridge.send(READY);
                    act.play(bridge);
                    return;
                }
            }
        }
    }

    /** Says hello, and then reads until the bridge goes. */
    public static void greet(WebSocketByHand bridge) throws IOException {
        bridge.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}");
        bridge.send(delta("i1", 4_000));
        bridge.send("{\"type\":\"response.done\",\"response\":{\"id\":\"r1\",\"status\":\"completed\"}}");
        readOn(bridge);
    }

    /** Reads until the bridge goes. */
    public static void readOn(WebSocketByHand bridge) throws IOException {
        @Nullable String text = bridge.next();
        while (text != null) {
            text = bridge.next();
        }
    }

    /** A message with sound of that many bytes of mu-law, audible all the time. */
    public static String delta(String item, int bytes) {
        byte[] sound = new byte[bytes];
        Arrays.fill(sound, (byte) LOUD);
        for (int i = 0; i < bytes; i += 16) {
            Arrays.fill(sound, i, Math.min(bytes, i + 8), (byte) (LOUD | 0x80));
        }
        return "{\"type\":\"response.output_audio.delta\",\"item_id\":\"" + item + "\",\"delta\":\""
                + Base64.getEncoder().encodeToString(sound) + "\"}";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
