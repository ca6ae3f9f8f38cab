package dev.sidetone.simulator.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.twilio.rest.TwilioAccount;
import dev.sidetone.simulator.line.net.TrustedCertificates;
import dev.sidetone.simulator.twilio.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Twilio's REST API as a stranger wrote it, in Python, in a process of its own, which fails as it is told to; with a public address in
 * front of whatever listens on a port of this machine. For one test thread.
 */
public final class StrangersCloud implements AutoCloseable {
    /** Answered by its owner's own application. */
    public static final String OWNED = "+15550301";
    /** Nothing is set for it. */
    public static final String FRESH = "+15550302";
    /** Belongs to a SIP trunk. */
    public static final String TRUNKED = "+15550304";

    public static final String OWNERS_VOICE_URL = "https://owner.example/voice?flow={main}|1";
    public static final String ACCOUNT_SID = "ACf0e1d2c3b4a5968778695a4b3c2d1e0f";
    public static final String AUTH_TOKEN = "another secret between the two";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Thread reader;
    private final PrintWriter orders;
    private final List<JsonNode> said = new ArrayList<>();
    private final BlockingQueue<JsonNode> done = new LinkedBlockingQueue<>();
    private final TlsFront tunnel;
    private final Path authority;
    private final int port;

    public StrangersCloud(Path folder) throws Exception {
        authority = TlsFront.CERTIFICATE.writeRootTo(folder.resolve("strangers-authority.pem"));
        tunnel = new TlsFront();
        Path script =
                Path.of(StrangersCloud.class.getResource("/stranger/cloud.py").toURI());
        process = new ProcessBuilder(
                        Python.command(script.toString(), "0", ACCOUNT_SID, AUTH_TOKEN, authority.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        reader = new Thread(this::read, "strangers-cloud");
        reader.setDaemon(true);
        reader.start();
        port = next().get("port").asInt();
    }

    public static boolean canRun() {
        return Python.canRun(10);
    }

    /** Stands in for {@code https://api.twilio.com}. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public TwilioAccount account() {
        return new TwilioAccount(ACCOUNT_SID, AUTH_TOKEN, api());
    }

    /** Account, token and API as settings of a command. */
    public Map<String, String> environment() {
        return Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT_SID, "TWILIO_AUTH_TOKEN", AUTH_TOKEN, "TWILIO_API_URL", api().toString());
    }

    /** The private authority's certificate, in PEM. */
    public Path authority() {
        return authority;
    }

    /** Believes that authority. */
    public TrustedCertificates trust() throws IOException {
        return TrustedCertificates.withAuthorities(authority);
    }

    /** {@code https://localhost:PORT}. */
    public String publicOrigin() {
        return tunnel.origin().toString();
    }

    /** The tunnel, at whose public address the webhooks arrive. */
    public TlsFront tunnel() {
        return tunnel;
    }

    /** Requests that fit {@code on} get this in place of an answer; {@code times} of them, or all for 0. */
    public void answers(String on, int status, String type, String body, int times) {
        ObjectNode order = order("answer").put("on", on).put("status", status).put("type", type);
        order.put("body", body);
        obeys(times == 0 ? order : order.put("times", times));
    }

    public void answersHtml(String on, int status) {
        answers(
                on,
                status,
                "text/html",
                "<html><head><title>Gate</title></head><body><h1>Gateway says no</h1></body></html>",
                0);
    }

    public void answersText(String on, int status) {
        answers(on, status, "text/plain", "upstream connect error or disconnect", 0);
    }

    public void answersJson(String on, int status, int code, String message) {
        answers(on, status, "application/json", "{\"code\":" + code + ",\"message\":\"" + message + "\"}", 0);
    }

    /** Requests that fit {@code on} get no answer. */
    public void hangs(String on) {
        obeys(order("hang").put("on", on));
    }

    public void heals() {
        obeys(order("heal"));
    }

    /** Nobody listens at the port any more. */
    public void refuses() {
        obeys(order("refuse"));
    }

    public void listens() {
        obeys(order("listen"));
    }

    /** Somebody else changes a number. */
    public void sets(String number, String field, String value) {
        ObjectNode order = order("set").put("number", number);
        order.putObject("fields").put(field, value);
        obeys(order);
    }

    /** The number is given up. */
    public void removes(String number) {
        obeys(order("remove").put("number", number));
    }

    /** Somebody calls a number and hangs up; the end is called back where {@code callback} is true. */
    public void rings(String from, String to, boolean callback) {
        obeys(order("ring").put("from", from).put("to", to).put("callback", callback));
    }

    /** Somebody picks up the telephone that rings. */
    public void picksUp(String callSid) {
        obeys(order("pick-up").put("call", callSid));
    }

    /** What is set for a number, by the REST API's names. */
    public Map<String, String> settings(String number) {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode each : obeys(order("show")).get("numbers")) {
            if (each.get("phone_number").asText().equals(number)) {
                each.properties()
                        .forEach(field ->
                                found.put(field.getKey(), field.getValue().asText()));
            }
        }
        return found;
    }

    public String sid(String number) {
        JsonNode numbers = obeys(order("show")).get("numbers");
        for (var each : numbers.properties()) {
            if (each.getValue().get("phone_number").asText().equals(number)) {
                return each.getKey();
            }
        }
        throw new AssertionError("no " + number + " in " + numbers);
    }

    /** The status of each call, by its CallSid. */
    public Map<String, String> calls() {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode each : obeys(order("show")).get("calls")) {
            found.put(each.get("sid").asText(), each.get("status").asText());
        }
        return found;
    }

    /** The requests so far, such as {@code POST /2010-04-01/…/Calls.json}. */
    public synchronized List<String> requests() {
        return said.stream()
                .filter(each -> each.path("kind").asText().equals("request"))
                .map(each ->
                        each.get("method").asText() + " " + each.get("path").asText() + " " + each.get("form"))
                .toList();
    }

    private static ObjectNode order(String what) {
        return JSON.createObjectNode().put("do", what);
    }

    private JsonNode obeys(ObjectNode order) {
        orders.println(order);
        try {
            return next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private JsonNode next() throws InterruptedException {
        JsonNode line = done.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the stranger's cloud does not answer; it said " + said);
        }
        return line;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode one = JSON.readTree(line);
                String kind = one.get("kind").asText();
                if (kind.equals("done") || kind.equals("listening")) {
                    done.add(one);
                } else {
                    add(one);
                }
            }
        } catch (IOException e) {
            // The process has ended.
        }
    }

    private synchronized void add(JsonNode line) {
        said.add(line);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        tunnel.close();
        try {
            process.waitFor();
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
