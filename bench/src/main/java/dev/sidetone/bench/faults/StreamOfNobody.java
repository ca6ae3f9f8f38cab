package dev.sidetone.bench.faults;

import dev.sidetone.bench.peer.WebSocketByHand;
import dev.sidetone.bridge.twilio.FromTwilio;
import dev.sidetone.bridge.twilio.TwilioJson;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A stream that begins as one of Twilio's does, with a token that no document had. */
final class StreamOfNobody implements AutoCloseable {
    private final WebSocketByHand socket;

    private StreamOfNobody(WebSocketByHand socket) {
        this.socket = socket;
    }

    static StreamOfNobody open(int port, String token) throws IOException {
        WebSocketByHand socket = WebSocketByHand.connect(URI.create("ws://127.0.0.1:" + port + "/media"), Map.of());
        socket.send(TwilioJson.write(new FromTwilio.Connected("Call", "1.0.0")));
        socket.send(TwilioJson.write(
                new FromTwilio.Start(1, "AC0", "MZ0", "CA00000000000000000000000000000002", Map.of("token", token))));
        return new StreamOfNobody(socket);
    }

    void expectClosedWith(int code) throws Exception {
        while (socket.next() != null) {
            // Nothing that comes before the end counts.
        }
        FaultScene.expect("it is closed with " + code + ", not " + socket.closeCode(), socket.closeCode() == code);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
