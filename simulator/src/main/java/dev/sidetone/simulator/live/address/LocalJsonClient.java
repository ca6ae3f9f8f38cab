package dev.sidetone.simulator.live.address;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URL;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Requests JSON from the local interface of a tunnel's program, on loopback and never through a proxy. Blocks until its timeouts at the most.
 *
 * @param connectMs the longest time to connect
 * @param readMs the longest time between two pieces of an answer
 * @param wholeMs the longest time for all of it
 */
record LocalJsonClient(int connectMs, int readMs, int wholeMs) {
    /** Gives a program on this machine 1.5 s. */
    static final LocalJsonClient USUAL = new LocalJsonClient(300, 1_000, 1_500);

    private static final int MOST_BYTES = 512 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the JSON object at {@code path}; null without a listener, without an object, or when it takes too long. */
    @Nullable
    JsonNode json(int port, String path) {
        try {
            JsonNode answer = TimeLimit.await("sidetone-tunnel-lookup", wholeMs, () -> get(port, path));
            return answer.isObject() ? answer : null;
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private JsonNode get(int port, String path) throws IOException {
        URL url = new URL("http", InetAddress.getLoopbackAddress().getHostAddress(), port, path);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(connectMs);
        connection.setReadTimeout(readMs);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException("status " + connection.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                return JSON.readTree(in.readNBytes(MOST_BYTES));
            }
        } finally {
            connection.disconnect();
        }
    }
}
