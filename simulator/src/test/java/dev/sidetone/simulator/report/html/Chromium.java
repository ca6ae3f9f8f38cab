package dev.sidetone.simulator.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven over the DevTools protocol. Ends with its process. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE_S = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private String session = "";
    private int last;

    private Chromium(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** Where it is installed here, if it is. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with files of its own. */
    static Chromium start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("sidetone-chromium");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-extensions",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--mute-audio",
                        "--hide-scrollbars",
                        "--autoplay-policy=no-user-gesture-required",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Chromium chromium = new Chromium(process, profile, address(process));
            chromium.attach();
            return chromium;
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static URI address(Process process) throws IOException {
        String words = "DevTools listening on ";
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(words)) {
                drain(said);
                return URI.create(line.substring(words.length()));
            }
        }
        throw new IOException("Chromium ended before it listened");
    }

    private static void drain(BufferedReader said) {
        Thread thread = new Thread(() -> said.lines().forEach(line -> {}), "chromium-stderr");
        thread.setDaemon(true);
        thread.start();
    }

    private void attach() {
        String target = ask("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        Stream.of("Page", "Runtime", "Log", "Network").forEach(domain -> ask(domain + ".enable", Map.of()));
    }

    /** Opens {@code page} in a window of that width, light or dark, and forgets what it saw before. */
    void open(URI page, int width, boolean dark) {
        events.clear();
        show(width, dark);
        ask("Page.navigate", Map.of("url", page.toString()));
        await("document.readyState === 'complete'");
    }

    /** Changes the window's width and its theme. */
    void show(int width, boolean dark) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        List<Map<String, String>> theme =
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
        ask("Emulation.setEmulatedMedia", Map.of("features", theme));
        // The page draws in the frame after.
        run("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
    }

    /** What a script in the page gives, once its promise is kept. */
    JsonNode run(String script) {
        JsonNode answer =
                ask("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits, in the page, until {@code condition} is true. */
    void await(String condition) {
        run("new Promise((held) => { const look = () => (" + condition
                + ") ? held(true) : setTimeout(look, 10); look(); })");
    }

    /** Presses a key and lets it go. */
    void press(String key) {
        for (String type : new String[] {"keyDown", "keyUp"}) {
            ask("Input.dispatchKeyEvent", Map.of("type", type, "key", key));
        }
    }

    /** Takes a picture of the whole page. */
    void picture(Path png) throws IOException {
        String data = ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "format", "png"))
                .path("data")
                .asText();
        Files.write(png, Base64.getDecoder().decode(data));
    }

    /** The addresses that the page asked for, itself included. */
    List<String> requests() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    /** What the page's console and its exceptions say. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Runtime.exceptionThrown")
                        || event.path("method").asText().equals("Log.entryAdded")
                        || event.path("method").asText().equals("Runtime.consoleAPICalled"))
                .map(JsonNode::toString)
                .toList();
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        int id = ++last;
        asked.put(id, answer);
        ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", MAPPER.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode reply = answer.get(PATIENCE_S, TimeUnit.SECONDS);
            if (reply.has("error")) {
                throw new IllegalStateException(method + ": " + reply.path("error"));
            }
            return reply.path("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method + " was not answered", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        part.append(data);
        if (whole) {
            read(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void read(String text) {
        try {
            JsonNode message = MAPPER.readTree(text);
            CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt(-1));
            if (answer != null) {
                answer.complete(message);
            } else {
                events.add(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        session = "";
        try {
            ask("Browser.close", Map.of());
            process.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException | RuntimeException e) {
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
