package dev.sidetone.simulator.rig;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sidetone.bridge.AgentServices;
import dev.sidetone.bridge.BridgeConfig;
import dev.sidetone.bridge.BridgeRoutes;
import dev.sidetone.bridge.CallPolicy;
import dev.sidetone.bridge.agent.AgentService;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.bridge.twilio.rest.CallControl;
import dev.sidetone.fixtures.ProbeKind;
import dev.sidetone.simulator.cli.HostProcess;
import dev.sidetone.simulator.cli.Sidetone;
import dev.sidetone.simulator.cli.StopSignalSource;
import dev.sidetone.simulator.cli.option.ResultOptions;
import dev.sidetone.simulator.findings.Checks;
import dev.sidetone.simulator.recording.Recording;
import dev.sidetone.simulator.recording.ResultJson;
import dev.sidetone.simulator.report.CallReport;
import dev.sidetone.simulator.report.EventLog;
import dev.sidetone.simulator.report.EventPrinter;
import dev.sidetone.simulator.report.KeptCall;
import dev.sidetone.simulator.report.html.CallPage;
import dev.sidetone.simulator.report.html.PageCall;
import dev.sidetone.simulator.timeline.CallResult;
import dev.sidetone.simulator.timeline.CallTimeline;
import dev.sidetone.simulator.timeline.Fact;
import dev.sidetone.simulator.timeline.MeasuredAt;
import dev.sidetone.simulator.timeline.Severity;
import dev.sidetone.simulator.timeline.Spool;
import dev.sidetone.simulator.timeline.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Twenty secrets and twenty hostile strings in every field of every wire: no output shows one. */
// Over 300 lines because every wire and every output meet here.
class PlantedTextTest {
    private static final long MS = 1_000_000;
    private static final long NEVER_S = 9_000_000_000L;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String SID = "CA00000000000000000000000000000001";
    /** What a message is known by, and its sound. */
    private static final Set<String> STRUCTURE =
            Set.of("type", "event", "role", "data", "delta", "audio_in", "audio_out", "object", "status", "format");

    @TempDir
    private Path folder = Path.of("");

    private final ManualTimers time = new ManualTimers(9_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(time, MS);
    private final List<Fact> facts = new ArrayList<>();

    @BeforeEach
    void theProcessKnowsItsSettings() {
        Planted.know();
    }

    @Test
    void noOutputOfACallShowsWhatAnyFactEchoes() throws Exception {
        PlantedOutputs.check(folder, everyFact());
    }

    @Test
    void aResultThatSomebodyElseWroteIsWrittenWithTheSameCare() throws Exception {
        CallTimeline timeline = new CallTimeline("0.1.0", Spool.NONE);
        everyFact().forEach(timeline::add);
        JsonNode json = JSON.readTree(ResultJson.write(timeline.close(99_000_000_000L)));
        plant(json, Set.of("startedAt", "severity"));
        CallResult result = ResultJson.read(json.toString());

        Planted.isNowhereIn("a line", ResultJson.write(result));
        Planted.isNowhereIn("a page", ResultJson.writePretty(result));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ResultOptions options = new ResultOptions(stream(printed));
        new CommandLine(options).parseArgs("--json", "-");
        options.write(json.toString());
        Planted.isNowhereIn("--json -", printed.toString(StandardCharsets.UTF_8));
        options = new ResultOptions(stream(printed));
        new CommandLine(options)
                .parseArgs("--json", folder.resolve("result.json").toString());
        options.write(json.toString());
        Planted.isNowhereIn("--json FILE", Files.readString(folder.resolve("result.json")));
    }

    private static List<Fact> everyFact() throws ReflectiveOperationException {
        List<Fact> all = new ArrayList<>();
        for (Class<?> kind : Fact.class.getPermittedSubclasses()) {
            if (kind != Fact.CallEnded.class && kind != Fact.Tick.class) {
                all.add(planted(kind));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("services")
    void noOutputShowsWhatAnAgentEchoes(AgentService wire) throws Exception {
        String log = bridgeWith(wire, sample(wire));

        Planted.isNowhereIn("the log", log);
        assertThat(log.lines().filter(line -> line.contains(SID)).count()).isLessThanOrEqualTo(30);
        assertThat(facts).isNotEmpty();
        PlantedOutputs.check(folder, facts);
    }

    static List<AgentService> services() {
        return AgentServices.all();
    }

    @Test
    void aRecordingThatSomebodyElseWroteIsReadWithTheSameCare() throws Exception {
        ObjectNode found = JSON.createObjectNode().put("fact", "Found").put("atNs", 1);
        found.putObject("finding")
                .put("code", Planted.all("code"))
                .put("severity", "WARNING")
                .put("what", Planted.all("what"))
                .put("cure", Planted.all("cure"));
        ObjectNode placed = JSON.createObjectNode()
                .put("fact", "CallPlaced")
                .put("atNs", 0)
                .put("callSid", Planted.all("sid"))
                .put("from", Planted.all("from"))
                .put("number", Planted.all("number"))
                .put("server", Planted.all("server"))
                .put("startedAt", "2026-01-31T12:00:00Z")
                .put("edgesKnown", true);
        Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"recording\":1,\"sidetone\":\"0.1.0\"}\n" + JSON.writeValueAsString(placed) + "\n"
                        + JSON.writeValueAsString(found) + "\n{\"fact\":\"Noted\",\"atNs\":2,\"text\":\"\"}\n");
        Recording recording = Recording.open(folder);

        Planted.isNowhereIn("the report", new CallReport(false).text(recording.result()));
        Planted.isNowhereIn("the result", ResultJson.write(recording.result()));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        EventLog log = new EventLog(new EventPrinter(stream(lines), false, ""));
        recording.forEachFact(log);
        Planted.isNowhereIn("the lines", lines.toString(StandardCharsets.UTF_8));
        PageCall call = PageCall.of(KeptCall.recorded(folder, Checks::forOneCall), true);
        Planted.isNowhereIn("the page", CallPage.of(call).html());
    }

    @Test
    void aRefusedCommandLineShowsNoneOfIt() {
        for (String option : List.of(
                "--agent",
                "--to",
                "--fault",
                "--duration",
                "--stream-origin",
                "--as",
                "--method",
                "--caller",
                "--seed",
                "--signature-quirk")) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            HostProcess process = new HostProcess(Map.of(), folder, stream(printed), stream(printed), new NoSignals());
            assertThat(Sidetone.run(process, "call", option, Planted.all("x"))).isEqualTo(2);
            Planted.isNowhereIn(option, printed.toString(StandardCharsets.UTF_8));
        }
    }

    private static Fact planted(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getType(), components[i].getName());
        }
        Constructor<?> maker = kind.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        maker.setAccessible(true);
        return (Fact) maker.newInstance(values);
    }

    private static Object value(Class<?> type, String name) {
        if (type == String.class) {
            return Planted.all(name);
        }
        Map<Class<?>, Object> known = Map.<Class<?>, Object>ofEntries(
                Map.entry(long.class, 1_000_000_000L),
                Map.entry(int.class, 1),
                Map.entry(boolean.class, true),
                Map.entry(Boolean.class, true),
                Map.entry(char.class, '\u001b'),
                Map.entry(Long.class, 1L),
                Map.entry(Integer.class, 1),
                Map.entry(Instant.class, Instant.EPOCH),
                Map.entry(Severity.class, Severity.WARNING),
                Map.entry(MeasuredAt.class, MeasuredAt.EAR),
                Map.entry(Wire.class, Wire.TWILIO),
                Map.entry(ProbeKind.class, ProbeKind.NOISE));
        return Objects.requireNonNull(known.get(type), type.getName());
    }

    /** Runs a bridge's call with an agent that sends {@code messages}; returns what the log says. */
    private String bridgeWith(AgentService wire, List<Object> messages) {
        net.serve("agent", new HostilePeer.Agent(messages));
        BridgeConfig.Agent target = new BridgeConfig.Agent(
                "fake", wire, URI.create("ws://agent/v1"), "registered-open-value-1", wire.defaults());
        BridgeConfig config = new BridgeConfig("bridge", 0, 1, null, "12345", target, CallPolicy.defaults());
        net.serve(
                "bridge",
                new BridgeRoutes(
                        config,
                        sid -> new BridgeFacts("fake", new ListedFacts(facts)),
                        CallControl.none(),
                        (url, arguments, timers, done) -> () -> {}));
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(stream(log));
        try {
            callFromHostileTwilio();
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private void callFromHostileTwilio() {
        Matcher token = Pattern.compile("value=\"([0-9a-f]+)\"").matcher(post("/voice", "in-progress"));
        assertThat(token.find()).as("a token in the answer").isTrue();
        HostilePeer.Twilio twilio = new HostilePeer.Twilio();
        net.dial(URI.create("ws://bridge/media"), Map.of(), twilio);
        time.advance(10 * MS);
        twilio.send("connected", JSON.createObjectNode().put("protocol", Planted.all("p")));
        ObjectNode start = JSON.createObjectNode();
        start.putObject("start")
                .put("accountSid", Planted.all("AC"))
                .put("streamSid", Planted.all("MZ"))
                .put("callSid", SID)
                .putObject("customParameters")
                .put("token", token.group(1))
                .put("other", Planted.all("parameter"));
        twilio.send("start", start.put("streamSid", Planted.all("MZ")));
        for (int i = 0; i < 100; i++) {
            time.advance(20 * MS);
        }
        ObjectNode mark = JSON.createObjectNode();
        mark.putObject("mark").put("name", Planted.all("mark"));
        twilio.send("mark", mark);
        twilio.send("start", start);
        twilio.send(Planted.all("event"), JSON.createObjectNode());
        time.advance(100 * MS);
        post("/stream-status", Planted.all("status"));
        post("/call-status", Planted.all("status"));
        time.advance(2_000 * MS);
    }

    private String post(String path, String status) {
        String planted = URLEncoder.encode(Planted.all("field"), StandardCharsets.UTF_8);
        List<RequestHandler.Response> answers = new ArrayList<>();
        String form = "CallSid=" + SID + "&CallStatus=" + URLEncoder.encode(status, StandardCharsets.UTF_8)
                + "&StreamEvent=stream-error&StreamSid=" + planted + "&StreamError=" + planted + "&From=" + planted
                + "&To=" + planted + "&" + planted + "=1";
        net.request("POST", URI.create("http://bridge" + path), Map.of(), form, answers::add);
        time.advance(10 * MS);
        return answers.get(0).body();
    }

    /** The wire's sample traffic with text planted in every field, then its errors, and what is no message at all. */
    private static List<Object> sample(AgentService wire) throws IOException {
        String name = wire.name().replace("-beta", "").replace("compatible", "openai");
        List<Object> messages = new ArrayList<>();
        try (InputStream sample = PlantedTextTest.class.getResourceAsStream("/wire/" + name + ".txt")) {
            String text = new String(Objects.requireNonNull(sample, name).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(each -> each.startsWith("<")).toList()) {
                String message = line.substring(line.indexOf(' ') + 1);
                messages.add(line.startsWith("<pcm") ? HexFormat.of().parseHex(message) : planted(message));
            }
        }
        String error = Planted.all("error");
        ObjectNode openAi = JSON.createObjectNode().put("type", "error");
        openAi.putObject("error")
                .put("type", error)
                .put("code", error)
                .put("message", error)
                .put("param", error);
        ObjectNode other = JSON.createObjectNode().put("type", "error").put("event", "error");
        other.put("code", error).put("message", error).put("detail", error);
        int whenReady = 2;
        for (int i = 0; i < 40; i++) {
            messages.add(
                    whenReady, name.equals("openai") || name.equals("inworld") ? openAi.toString() : other.toString());
        }
        messages.add(whenReady, error);
        return messages;
    }

    private static String planted(String message) throws JsonProcessingException {
        JsonNode json = JSON.readTree(message);
        plant(json, STRUCTURE);
        return json.toString();
    }

    private static void plant(JsonNode json, Set<String> kept) {
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getKey().equals("expires_at")) {
                    field.setValue(JSON.getNodeFactory().numberNode(NEVER_S));
                } else if (field.getValue().isTextual() && !kept.contains(field.getKey())) {
                    field.setValue(JSON.getNodeFactory()
                            .textNode(Planted.all(field.getValue().asText())));
                }
            }
        }
        json.forEach(inner -> plant(inner, kept));
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static final class NoSignals implements StopSignalSource {
        @Override
        public void forward(Runnable handler) {}

        @Override
        public void finished() {}
    }
}
