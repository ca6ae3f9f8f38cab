package dev.sidetone.simulator.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The client's lines, one JSON-RPC message each, on their way to the library. The library knows nothing of {@code notifications/cancelled} and
 * does not say which request a tool carries out: this takes the former out, and writes the latter into the request's {@code _meta}. Read by
 * one thread.
 */
final class RequestLines extends InputStream {
    /** The key in a request's {@code _meta} under which its number stands, as text. */
    static final String REQUEST = "dev.sidetone/request";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** A request is some hundred bytes long; what is longer is passed on as it came. */
    private static final int LONGEST_BYTES = 1 << 20;

    private final InputStream client;
    private final RunningRequests running;
    private byte[] line = {};
    private int at;

    RequestLines(InputStream client, RunningRequests running) {
        this.client = client;
        this.running = running;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == line.length) {
            byte[] next = nextLine();
            if (next.length == 0) {
                return -1;
            }
            line = passedOn(next);
            at = 0;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public int available() {
        return line.length - at;
    }

    /** Up to and with the next line feed; empty at the end. */
    private byte[] nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next;
        while ((next = client.read()) >= 0) {
            bytes.write(next);
            if (next == '\n' || bytes.size() > LONGEST_BYTES) {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private byte[] passedOn(byte[] bytes) {
        JsonNode message;
        try {
            message = MAPPER.readTree(new String(bytes, UTF_8));
        } catch (JsonProcessingException e) {
            return bytes; // the library answers it
        }
        String method = JsonText.of(message.path("method"));
        if (method.equals("notifications/cancelled")) {
            running.cancel(JsonText.of(message.path("params").path("requestId")));
            return new byte[0];
        }
        if (method.equals("tools/call") && message.path("params") instanceof ObjectNode params) {
            params.withObject("/_meta").put(REQUEST, JsonText.of(message.path("id")));
            return (message + "\n").getBytes(UTF_8);
        }
        return bytes;
    }
}
