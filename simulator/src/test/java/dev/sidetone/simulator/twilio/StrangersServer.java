package dev.sidetone.simulator.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody else's server, in Python, in a process of its own; what it says came in is read from its standard output. */
final class StrangersServer implements AutoCloseable {
    static final URI PUBLIC = URI.create("https://voice.stranger.example");
    static final String TOKEN = "a secret between the two";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Thread reader;
    private final BlockingQueue<JsonNode> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
    private final int port;

    StrangersServer() throws Exception {
        this("server.py", null, PUBLIC.toString(), TOKEN);
    }

    /** @param api where it takes Twilio's REST API to be */
    StrangersServer(URI api) throws Exception {
        this("server.py", api, PUBLIC.toString(), TOKEN);
    }

    /** One that knows no public address: it checks nothing and puts the host of a request into its TwiML. */
    static StrangersServer namedByItsRequests() throws Exception {
        return new StrangersServer("server.py", null, "host", TOKEN);
    }

    /** One in the shape of Twilio's samples. */
    static StrangersServer sample(String manner) throws Exception {
        return new StrangersServer("sample.py", null, manner);
    }

    /** A ConversationRelay server, which refuses what is not signed with {@link #TOKEN}. */
    static StrangersServer relay() throws Exception {
        return new StrangersServer("relay.py", null, TOKEN);
    }

    private StrangersServer(String script, @Nullable URI api, String... arguments) throws Exception {
        Path file =
                Path.of(StrangersServer.class.getResource("/stranger/" + script).toURI());
        List<String> command = new ArrayList<>(Python.command(file.toString(), "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder python = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (api != null) {
            python.environment().put("TWILIO_API_URL", api.toString());
        }
        process = python.start();
        reader = new Thread(this::read, "stranger");
        reader.setDaemon(true);
        reader.start();
        port = next("listening").get("port").asInt();
    }

    static boolean canRun() {
        return Python.canRun(0);
    }

    URI voice() {
        return URI.create("http://127.0.0.1:" + port + "/voice");
    }

    /** The next thing about the stream that it says, which must be of that kind. */
    JsonNode next(String kind) throws InterruptedException {
        JsonNode line = next(said);
        if (!line.get("kind").asText().equals(kind)) {
            throw new AssertionError("the stranger says " + line + ", not " + kind);
        }
        return line;
    }

    /** The next thing about the stream that it says. */
    JsonNode next() throws InterruptedException {
        return next(said);
    }

    /** The next request that came in. */
    JsonNode webhook() throws InterruptedException {
        return next(webhooks);
    }

    /** Whether everything that it has said was taken. */
    boolean hasSaidAll() {
        return said.isEmpty() && webhooks.isEmpty();
    }

    private static JsonNode next(BlockingQueue<JsonNode> lines) throws InterruptedException {
        JsonNode line = lines.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the stranger says nothing more");
        }
        return line;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                (told.get("kind").asText().equals("webhook") ? webhooks : said).add(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
