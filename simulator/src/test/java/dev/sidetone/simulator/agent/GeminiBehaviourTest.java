package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sidetone.bridge.agent.AgentEvent;
import dev.sidetone.bridge.socket.CloseCause;
import dev.sidetone.bridge.socket.Connection;
import dev.sidetone.bridge.socket.ConnectionListener;
import dev.sidetone.bridge.socket.MemoryNetwork;
import dev.sidetone.bridge.time.ManualTimers;
import dev.sidetone.simulator.agent.AgentScript.Action;
import dev.sidetone.simulator.agent.AgentScript.Turn;
import dev.sidetone.simulator.agent.AgentScript.Utterance;
import dev.sidetone.simulator.agent.gemini.FakeGemini;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fake of Gemini Live is as its vendor's service: what it refuses and how, what it sends and in which order. */
class GeminiBehaviourTest {
    private static final String PATH = "/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent";
    private static final String SETUP = "{'setup':{'model':'models/gemini-3.8-live','inputAudioTranscription':{},"
            + "'outputAudioTranscription':{},'sessionResumption':{}}}";
    private static final AgentScript SCRIPT = AgentScript.practice()
            .withGreeting(new Utterance.Tone(600))
            .withTurns(List.of(new Turn(150, new Utterance.Tone(4_000))));
    private static final long MS = 1_000_000;

    private final ManualTimers timers = new ManualTimers(9_000_000_000L);
    private final MemoryNetwork net = new MemoryNetwork(timers, MS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'realtimeInput':{'text':'Hi'}}                                                                      | 1007 | first message must be setup
            {'setup':{'model':'models/gemini-3.8-live'},'realtimeInput':{}}                                      | 1007 | exactly one of
            {'setup':{'model':'models/gemini-9-live'}}                                                           | 1008 | models/gemini-9-live is not found
            {'setup':{'model':'gemini-3.8-live'}}                                                                | 1008 | is not found
            {'setup':{'model':'models/gemini-3.8-live','modell':1}}                                              | 1007 | Unknown name "modell" at 'setup'
            {'setup':{'model':'models/gemini-3.8-live','generationConfig':{'responseModalities':['TEXT']}}}      | 1007 | AUDIO
            {'setup':{'model':'models/gemini-3.8-live','generationConfig':{'thinkingConfig':{}}}}                | 1007 | thinking_config
            {'setup':{'model':'models/gemini-3.8-live','proactivity':{'proactiveAudio':false}}}                  | 1007 | proactive_audio
            {'setup':{'model':'models/gemini-3.8-live','sessionResumption':{'handle':'x'}}}                      | 1008 | session not found
            {'setup':{'model':'models/gemini-3.8-live','sessionResumption':{'transparent':true}}}                | 1007 | transparent
            {                                                                                                    | 1007 | Invalid JSON payload
            """)
    void whatItRefusesItClosesTheWireForAndSaysWhy(String message, int code, String reason) {
        Client client = client(SCRIPT);
        client.send(message);
        assertThat(client.code).isEqualTo(code);
        assertThat(client.reason).contains(reason);
        assertThat(client.reason.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(123);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'realtimeInput':{'mediaChunks':[]}}                                                   | media_chunks is deprecated
            {'realtimeInput':{'audio':{'data':'AAA=','mimeType':'audio/pcmu;rate=8000'}}}          | mime_type
            {'realtimeInput':{'audio':{'data':'AAAA','mimeType':'audio/pcm;rate=16000'}}}          | half a sample
            {'realtimeInput':{'activityStart':{}}}                                                 | Explicit activity control
            {'realtimeInput':{'text':'a','audioStreamEnd':true}}                                   | exactly one kind
            {'toolResponse':{'functionResponses':[{'id':'x','name':'n','response':{}}]}}           | no tool call
            {'toolResponse':{'functionResponses':[{'name':'n','response':{}}]}}                    | id
            {'clientContent':{'turns':[{'parts':[{'text':'a'}]}],'turnComplete':true}}             | valid role
            {'setup':{'model':'models/gemini-3.8-live'}}                                           | only the first
            """)
    void whatIsWrongInARunningSessionEndsItToo(String message, String reason) {
        Client client = ready(SCRIPT);
        client.send(message);
        assertThat(client.code).isEqualTo(1007);
        assertThat(client.reason).contains(reason);
    }

    @Test
    void namesInEitherCaseAndBothAlphabetsOfBase64AreTaken() {
        Client client = client(SCRIPT);
        client.send(
                "{'setup':{'model':'models/gemini-3.8-live','generation_config':{'response_modalities':['AUDIO']}}}");
        client.send("{'realtime_input':{'audio':{'data':'__-_','mime_type':'audio/pcm;rate=24000'}}}"
                .replace("__-_", "__-__w=="));
        assertThat(client.code).isZero();
        assertThat(client.kinds).containsExactly("setupComplete");
    }

    @Test
    void aTurnIsOverWhenItsSoundWouldHaveBeenPlayed() {
        Client client = ready(SCRIPT);
        client.send("{'realtimeInput':{'text':'Greet the caller.'}}");
        timers.advance(400 * MS);
        assertThat(client.kinds).endsWith("modelTurn", "generationComplete");
        timers.advance(400 * MS);
        assertThat(client.kinds).endsWith("generationComplete", "turnComplete");
        assertThat(client.binary).isTrue();
    }

    @Test
    void speechInSoundThatIsStillToBePlayedInterruptsTheTurn() {
        WireTalk talk = WireTalk.with(FakeGemini.LIVE, SCRIPT);
        talk.pass(2_000);
        talk.say(Sounds.tone(800));
        // All is sent after 150 ms and 4 s / 5, and played 3 s later.
        talk.pass(800 + 500 + 150 + 1_500);
        assertThat(talk.log().spoken().get(1).ending()).isEqualTo(AgentLog.Ending.COMPLETED);
        talk.say(Sounds.tone(300));
        talk.pass(200);
        talk.only(AgentEvent.BrokeOff.class);
    }

    @Test
    void aCallerWhoSpeaksWhileAToolIsWaitedForCancelsItAndItIsNotAnswered() {
        WireTalk talk = WireTalk.with(
                FakeGemini.LIVE, SCRIPT.withTurns(List.of(new Turn(150, new Action.CallTool("book_table", "{}")))));
        talk.pass(2_000);
        talk.say(Sounds.tone(800));
        talk.pass(2_000);
        String callId = talk.only(AgentEvent.ToolCalled.class).callId();
        talk.say(Sounds.tone(300));
        talk.pass(200);
        talk.giveResult(callId, "{\"table\":7}", false);
        talk.pass(200);
        assertThat(talk.log().results()).isEmpty();
        assertThat(talk.log().notes()).noneMatch(note -> note.text().contains("cancelled"));
        assertThat(talk.all(AgentEvent.Failed.class)).isEmpty();
    }

    @Test
    void aSessionIsTakenUpOnceItsConnectionIsClosedAndNotBefore() {
        Client first = ready(SCRIPT);
        timers.advance(1_500 * MS);
        String handle = first.handle;
        assertThat(handle).isNotEmpty();
        String resume = SETUP.replace("'sessionResumption':{}", "'sessionResumption':{'handle':'" + handle + "'}");
        Client early = client(first.agent);
        early.send(resume);
        assertThat(early.code).isEqualTo(1011);
        first.close();
        timers.advance(10 * MS);
        Client second = client(first.agent);
        second.send(resume);
        assertThat(second.kinds).containsExactly("setupComplete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?key=k", "?access_token=t"})
    void theKeyMayStandInTheAddress(String query) {
        Client client = new Client(serve(SCRIPT));
        net.dial(URI.create("ws://agent:80" + PATH + query), Map.of(), client);
        timers.advance(20 * MS);
        client.send(SETUP);
        assertThat(client.kinds).containsExactly("setupComplete");
    }

    private FakeAgent serve(AgentScript script) {
        FakeAgent agent = new FakeAgent(FakeGemini.LIVE, script, Set.of(), new AgentVoice(), PhoneClient.CALENDAR);
        agent.ready().join();
        net.serve("agent:80", agent);
        return agent;
    }

    private Client client(AgentScript script) {
        return client(serve(script));
    }

    private Client client(FakeAgent agent) {
        Client client = new Client(agent);
        net.dial(URI.create("ws://agent:80" + PATH), Map.of("x-goog-api-key", "k"), client);
        timers.advance(20 * MS);
        return client;
    }

    private Client ready(AgentScript script) {
        Client client = client(script);
        client.send(SETUP);
        assertThat(client.kinds).containsExactly("setupComplete");
        return client;
    }

    /** A client by hand: keeps what kinds of messages came. */
    private final class Client implements ConnectionListener {
        private final FakeAgent agent;
        private final List<String> kinds = new ArrayList<>();
        private String handle = "";
        private boolean binary = true;
        private int code;
        private String reason = "";
        private @Nullable Connection wire;

        Client(FakeAgent agent) {
            this.agent = agent;
        }

        void send(String singleQuoted) {
            if (wire != null) {
                wire.send(singleQuoted.replace('\'', '"'));
            }
            timers.advance(20 * MS);
        }

        void close() {
            if (wire != null) {
                wire.close(1000, "");
            }
        }

        @Override
        public void onOpened(Connection connection, long atNs) {
            wire = connection;
        }

        @Override
        public void onText(String text, long atNs) {
            binary = false;
            read(text);
        }

        @Override
        public void onBinary(byte[] bytes, long atNs) {
            read(new String(bytes, StandardCharsets.UTF_8));
        }

        private void read(String text) {
            try {
                JsonNode message = new JsonMapper().readTree(text);
                JsonNode content = message.path("serverContent");
                kinds.add((content.isObject() ? content : message).fieldNames().next());
                handle = message.at("/sessionResumptionUpdate/newHandle").asText(handle);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }

        @Override
        public void onClosed(CloseCause cause, long atNs) {
            code = cause.code();
            reason = cause.reason();
            wire = null;
        }

        @Override
        public void onFailed(int httpStatus, String why, long atNs) {
            throw new AssertionError("refused with " + httpStatus + ": " + why);
        }
    }
}
