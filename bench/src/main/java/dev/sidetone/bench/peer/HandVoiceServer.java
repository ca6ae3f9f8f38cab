package dev.sidetone.bench.peer;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** A server under test, written by hand: it answers the webhook with a stream, and then does on it what it was given to do. */
public final class HandVoiceServer implements AutoCloseable {
    private final HandServer server;
    private final CountDownLatch streams = new CountDownLatch(1);

    private HandVoiceServer(HandAgent.Act act) throws IOException {
        server = HandServer.start(request -> serve(request, act));
    }

    /** Starts one on a free port of this machine. */
    public static HandVoiceServer start(HandAgent.Act act) throws IOException {
        return new HandVoiceServer(act);
    }

    /** For {@code --to}. */
    public String webhook() {
        return "http://127.0.0.1:" + server.port() + "/voice";
    }

    /** Waits until a stream was opened. */
    public void awaitStream() throws InterruptedException {
        streams.await();
    }

    private void serve(HandServer.Request request, HandAgent.Act act) throws IOException {
        if (request.isUpgrade()) {
            try (WebSocketByHand line = request.accept()) {
                streams.countDown();
                act.play(line);
            }
            return;
        }
        request.answer(
                200,
                "text/xml",
                "<Response><Connect><Stream url=\"ws://127.0.0.1:" + server.port() + "/media\"/></Connect></Response>");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
