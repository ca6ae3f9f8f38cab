package dev.sidetone.simulator.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.rig.Planted;
import dev.sidetone.simulator.rig.PlantedOutputs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and hostile strings in every field that a server under test can fill: its documents, answers, callbacks and stream messages. */
class PlantedServerTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String STREAM = "<Connect><Stream url='/media'/></Connect>";
    private static final Duration CALL = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    private final TestServer server = new TestServer();
    private final ManualLine line = new ManualLine().serving(server);

    @BeforeEach
    void theProcessKnowsItsSettings() {
        Planted.know();
        line.words = text -> CompletableFuture.completedFuture(new byte[320]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Say voice='PLANTED' language='PLANTED' loop='PLANTED'>PLANTED</Say>",
                "<Play loop='PLANTED' digits='PLANTED'>PLANTED</Play>",
                "<Play>http://localhost:8080/PLANTED.wav</Play>",
                "<Play>/sound?PLANTED</Play>",
                "<Pause length='PLANTED'/>",
                "<Gather timeout='1' action='PLANTED' method='PLANTED' numDigits='PLANTED' finishOnKey='PLANTED' input='PLANTED'/>",
                "<Gather timeout='1' action='/PLANTED'><Say>PLANTED</Say></Gather>",
                "<Gather timeout='PLANTED' hints='PLANTED'/>",
                "<Dial action='PLANTED' timeout='PLANTED' callerId='PLANTED' hangupOnStar='PLANTED'>PLANTED</Dial>",
                "<Dial><Number statusCallback='PLANTED' statusCallbackEvent='PLANTED' url='PLANTED'>+15550486PLANTED</Number></Dial>",
                "<Dial timeout='1' action='/x?PLANTED'><Sip>PLANTED</Sip></Dial>",
                "<Redirect method='PLANTED'>PLANTED</Redirect>",
                "<Redirect>http://localhost:8080/PLANTED</Redirect>",
                "<Redirect>http://other.example:9/PLANTED</Redirect>",
                "<Reject reason='PLANTED'>PLANTED</Reject>",
                "<Hangup why='PLANTED'>PLANTED</Hangup>",
                "<Stop><Stream name='PLANTED'/></Stop>",
                "<Start><Stream name='PLANTED' url='PLANTED' track='PLANTED'/></Start>",
                "<Start><Stream name='PLANTED' url='/media' statusCallback='PLANTED' statusCallbackMethod='PLANTED'/></Start>",
                "<Connect action='PLANTED'><Stream url='PLANTED'/></Connect>",
                "<Connect><Stream url='ws://other.example:9/PLANTED' name='PLANTED'/></Connect>",
                "<Connect><Stream url='wss://user:PLANTED@localhost:8080/media?PLANTED'/></Connect>",
                "<Connect><ConversationRelay url='PLANTED' welcomeGreeting='PLANTED'/></Connect>",
                "<Connect><Stream url='/media'><Parameter name='PLANTED' value='PLANTED'/><Parameter value='PLANTED'/></Stream></Connect>",
                "<Connect><Stream url='/media' colour='PLANTED'><Other at='PLANTED'>PLANTED</Other></Stream></Connect>",
                "<Unheard of='PLANTED'>PLANTED</Unheard>",
                "PLANTED",
                "<Say><Deep>PLANTED</Deep></Say>",
                "<!-- PLANTED --><?PLANTED PLANTED?>"
            })
    void noOutputShowsWhatADocumentHolds(String verbs) throws IOException {
        String document = "<Response>" + verbs.replace("PLANTED", legal(Planted.all("x"))) + STREAM + "</Response>";
        server.twiml("/voice", document);

        line.call(new TickingCaller(), CALL);

        assertThat(server.requests).isNotEmpty();
        PlantedOutputs.check(folder, line.facts.all());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/xml",
                "application/xml; charset=PLANTED",
                "text/html",
                "text/plain",
                "application/json",
                "audio/PLANTED",
                "PLANTED",
                ""
            })
    void noOutputShowsWhatIsNoDocument(String type) throws IOException {
        String contentType = type.replace("PLANTED", Planted.all("type"));
        for (String body : List.of(
                Planted.all("nothing"),
                "<Response>" + Planted.all("raw") + "</Response>",
                "<Response a='" + Planted.all("raw"),
                "<" + Planted.all("tag") + "/>",
                "<!DOCTYPE " + Planted.all("doctype") + "><Response/>",
                "<Response>&" + Planted.all("entity") + ";</Response>",
                "{\"error\":\"" + Planted.all("json") + "\"}")) {
            for (int status : new int[] {200, 404, 500}) {
                server.page("/voice", status, contentType, body);
                line.call(new TickingCaller(), CALL);
            }
        }

        assertThat(line.facts.findings()).hasSizeGreaterThan(7);
        PlantedOutputs.check(folder, line.facts.all());
    }

    @Test
    void noOutputShowsWhereAnAnswerLeads() throws IOException {
        for (String to : List.of(
                Planted.all("nowhere"),
                "/" + Planted.all("path"),
                "http://user:" + Planted.all("word") + "@localhost:8080/voice",
                "/voice?token=" + Planted.all("query"))) {
            server.redirect("/voice", to);
            line.call(new TickingCaller(), CALL);
        }

        assertThat(line.facts.findings()).isNotEmpty();
        PlantedOutputs.check(folder, line.facts.all());
    }

    @Test
    void noOutputShowsWhyAStreamIsRefusedOrAFileIsMissing() throws IOException {
        String planted = Planted.all("why");
        server.refuses(new RequestHandler.Response(
                403, planted, planted, Map.of("X-Twilio-Error", planted, "X-Why", planted, "Location", planted)));
        server.page("/sound", 404, planted, planted);
        server.twiml("/voice", "<Response><Play>/sound</Play>" + STREAM + "</Response>");

        line.call(new TickingCaller(), CALL);

        assertThat(line.facts.findings()).isNotEmpty();
        PlantedOutputs.check(folder, line.facts.all());
    }

    @Test
    void noOutputShowsWhatIsSentOnAStream() throws IOException {
        String planted = JSON.writeValueAsString(Planted.all("field"));
        server.onStart(
                "{" + planted + ":" + planted + "}",
                "{\"event\":" + planted + ",\"streamSid\":\"SID\"}",
                "{\"event\":\"media\",\"streamSid\":" + planted + ",\"media\":{\"payload\":\"/w==\"}}",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":" + planted + "}}",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":" + planted + "}",
                "{\"event\":\"media\",\"streamSid\":\"SID\",\"media\":{\"payload\":\"/w==\",\"track\":" + planted
                        + "}}",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{\"name\":" + planted + "}}",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":" + planted + "}",
                "{\"event\":\"clear\",\"streamSid\":" + planted + "}",
                "{\"event\":\"dtmf\",\"streamSid\":\"SID\",\"dtmf\":{\"digit\":" + planted + "}}",
                "{\"event\":\"stop\",\"streamSid\":" + planted + "}",
                "{\"event\":\"mark\",\"streamSid\":\"SID\",\"mark\":{\"name\":" + planted);
        server.onText((itself, text) -> {
            if (text.contains("\"chunk\":\"50\"")) {
                itself.wire().close(4000, Planted.two("reason"));
            }
        });

        line.call(new TickingCaller(), CALL);

        assertThat(line.facts.findings()).hasSizeGreaterThan(2);
        PlantedOutputs.check(folder, line.facts.all());
    }

    /** Java's own reader of cookies complains of them to a log of its own, with all that they hold. */
    @Test
    void noOutputAndNoLogShowsWhatACookieHolds() throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(record.getLoggerName());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listening);
        try {
            for (String cookie : List.of(
                    "\u001b]0;x\u0007",
                    "=" + Planted.two("x"),
                    "c=" + Planted.two("x"),
                    "c=d; Max-Age=" + Planted.two("x"),
                    "")) {
                server.cookies("/voice", cookie);
                line.call(new TickingCaller(), CALL);
            }
        } finally {
            root.removeHandler(listening);
        }

        assertThat(logged).isEmpty();
        PlantedOutputs.check(folder, line.facts.all());
    }

    /** A call reports only its first wrong message in words, so each of these has a call of its own. */
    @Test
    void noOutputShowsWhatIsNoMessage() throws IOException {
        for (String message : List.of(
                Planted.all("x"),
                "<" + Planted.all("x"),
                "{" + Planted.all("x"),
                "{\"event\":\"mark\",\"name\":\"x\" " + Planted.all("x") + "\"}",
                "{\"event\":\"media\"," + Planted.all("") + "}")) {
            TestServer broken = new TestServer().onStart(message);
            ManualLine other = new ManualLine().serving(broken);
            other.call(new TickingCaller(), Duration.ofSeconds(2));
            assertThat(other.facts.findings()).as(message).isNotEmpty();
            PlantedOutputs.check(folder, other.facts.all());
        }
    }

    @Test
    void noOutputShowsWhatACallbackIsAnsweredWith() throws IOException {
        server.page("/status", 500, Planted.all("type"), Planted.all("body"));
        server.page("/next", 404, Planted.all("type"), Planted.all("body"));
        server.twiml(
                "/voice",
                "<Response><Start><Stream url='/media' statusCallback='/status'/></Start>"
                        + "<Gather timeout='1' action='/next'/><Dial action='/next'>+15550486</Dial></Response>");

        line.call(new TickingCaller(), CALL);

        assertThat(line.facts.findings()).isNotEmpty();
        PlantedOutputs.check(folder, line.facts.all());
    }

    /** The text as XML lets it stand in an attribute. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints()
                .filter(code -> (code >= ' ' && code <= 0xd7ff) || (code >= 0xe000 && code < 0xfffe) || code > 0xffff)
                .forEach(code -> legal.append(
                        code < 128 && !Character.isLetterOrDigit(code) ? "&#" + code + ";" : Character.toString(code)));
        return legal.toString();
    }
}
