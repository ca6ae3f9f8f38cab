package dev.sidetone.bench.bridges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Accepts the connection of one call's agent. One thread. */
final class AgentHandshake implements LoadSocket.Reader {
    private static final String RFC6455 = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final LoadedCall call;

    AgentHandshake(LoadedCall call) {
        this.call = call;
    }

    @Override
    public void request(LoadSocket socket, String head) throws IOException {
        String protocols = header(head, "sec-websocket-protocol");
        socket.sendRaw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(header(head, "sec-websocket-key")) + "\r\n"
                + (protocols.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocols.split(",", -1)[0].strip() + "\r\n")
                + "\r\n");
        LoadWire wire = call.answeredBy(socket);
        socket.readTo(wire);
        wire.opened(socket);
    }

    @Override
    public void message(LoadSocket socket, int opcode, byte[] bytes, int from, int to, long nowNs) {
        throw new IllegalStateException("a message before the handshake");
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((key + RFC6455).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
