package dev.sidetone.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One end of a socket, played by hand. */
final class FakeConnection implements ConnectionListener {
    private static final JsonMapper JSON = new JsonMapper();

    final List<JsonNode> heard = new ArrayList<>();
    final List<String> ends = new ArrayList<>();
    int binaries;
    private @Nullable Connection connection;

    void send(String singleQuoted) {
        if (connection == null) {
            throw new AssertionError("not connected");
        }
        connection.send(singleQuoted.replace('\'', '"'));
    }

    void sendRaw(String text) {
        if (connection != null) {
            connection.send(text);
        }
    }

    void sendBinary(byte[] bytes) {
        if (connection != null) {
            connection.send(bytes);
        }
    }

    void close(int code) {
        if (connection != null) {
            connection.close(code, "");
        }
    }

    List<String> kinds() {
        return heard.stream()
                .map(message -> message.has("event")
                        ? message.path("event").asText()
                        : message.path("type").asText())
                .toList();
    }

    List<JsonNode> ofKind(String kind) {
        return heard.stream()
                .filter(message -> message.path("event").asText().equals(kind)
                        || message.path("type").asText().equals(kind))
                .toList();
    }

    @Override
    public void onOpened(Connection opened, long atNs) {
        connection = opened;
    }

    @Override
    public void onText(String text, long atNs) {
        try {
            heard.add(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void onBinary(byte[] bytes, long atNs) {
        binaries++;
    }

    @Override
    public void onClosed(CloseCause cause, long atNs) {
        ends.add("closed " + cause.code() + " " + cause.reason());
    }

    @Override
    public void onFailed(int httpStatus, String why, long atNs) {
        ends.add("failed " + httpStatus);
    }
}
