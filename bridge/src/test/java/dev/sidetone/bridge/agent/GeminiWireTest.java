package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.agent.WireSettings.Stalled;
import dev.sidetone.bridge.agent.WireSettings.ToolCalls;
import dev.sidetone.bridge.agent.WireSettings.ToolResults;
import dev.sidetone.bridge.agent.gemini.Gemini;
import dev.sidetone.bridge.audio.LineFrame;
import dev.sidetone.bridge.audio.MulawChunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The traps of Gemini's wire: JSON in either kind of frame, several keys in one, void sound, tools that are cancelled, errors in close frames. */
class GeminiWireTest {
    /** 4 ms at 24 kHz. */
    private static final String SOUND = "A".repeat(256);

    private final DialectTalk talk = new DialectTalk();

    @Test
    void theKeyGoesIntoAHeaderAndNotIntoTheAddress() {
        Handshake handshake = dialect(Gemini.LIVE.defaults()).handshake().join();
        assertThat(handshake.headers()).containsExactly(Map.entry("x-goog-api-key", "k"));
        assertThat(handshake.url().getQuery()).isNull();
    }

    @Test
    void aSessionIsSetUpForSoundForResumptionAndForLongCalls() {
        open(Gemini.LIVE.defaults().withModel("gemini-3.8-live"));
        JsonNode setup = talk.sent.get(0).path("setup");
        assertThat(setup.path("model").asText()).isEqualTo("models/gemini-3.8-live");
        assertThat(setup.at("/generationConfig/responseModalities/0").asText()).isEqualTo("AUDIO");
        assertThat(setup.at("/realtimeInputConfig/automaticActivityDetection/silenceDurationMs")
                        .asInt())
                .isEqualTo(500);
        assertThat(setup.path("sessionResumption").isObject()).isTrue();
        assertThat(setup.at("/contextWindowCompression/slidingWindow").isObject())
                .isTrue();
    }

    @Test
    void toolsAreDeclaredInGooglesSchema() {
        AgentTool tool = new AgentTool(
                "find",
                "Finds.",
                "{\"$schema\":\"x\",\"type\":\"object\",\"additionalProperties\":false,\"properties\":{"
                        + "\"id\":{\"type\":[\"string\",\"null\"],\"default\":1},\"n\":{\"type\":\"integer\",\"enum\":[1,2]}}}",
                null,
                1_000);
        open(Gemini.LIVE.defaults().withTools(List.of(tool, builtin(AgentTool.END_CALL))));
        JsonNode declared = talk.sent.get(0).at("/setup/tools/0/functionDeclarations");
        assertThat(declared.at("/0/parameters").toString())
                .isEqualTo("{\"type\":\"OBJECT\",\"properties\":{\"id\":{\"type\":\"STRING\",\"nullable\":true},"
                        + "\"n\":{\"type\":\"INTEGER\"}}}");
        assertThat(declared.at("/0/behavior").asText()).isEqualTo("BLOCKING");
        assertThat(declared.at("/1/parameters").isMissingNode())
                .as("Google refuses an object without properties")
                .isTrue();
    }

    @Test
    void anEarlierModelIsNotToldABehaviourThatItDoesNotKnow() {
        open(Gemini.LIVE
                .defaults()
                .withModel("models/gemini-3.1-flash-live-preview")
                .withTools(List.of(builtin(AgentTool.SEND_DTMF))));
        assertThat(talk.sent
                        .get(0)
                        .at("/setup/tools/0/functionDeclarations/0/behavior")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void severalKeysInOneMessageAreReadFromEitherKindOfFrame(boolean binary) {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        String message = "{'serverContent':{'inputTranscription':{'text':'Hello?'},'modelTurn':{'parts':["
                + "{'text':'thinking','thought':true},{'inlineData':{'mimeType':'audio/pcm;rate=24000','data':'" + SOUND
                + "'}},{'inlineData':{'data':'" + SOUND + "'}}]},'outputTranscription':{'text':'Hi.'},"
                + "'generationComplete':true,'turnComplete':true},'goAway':{'timeLeft':'9.5s'},'usageMetadata':{}}";
        talk.told.clear();
        if (binary) {
            dialect.read(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8), talk, talk.timers.nowNs());
        } else {
            talk.say(dialect, message);
        }
        assertThat(talk.told).first().asString().startsWith("answer-1 ");
        assertThat(talk.told).containsSubsequence("CALLER Hello?", "AGENT Hi.", "lasts");
        assertThat(talk.told).filteredOn(line -> line.startsWith("answer-1 ")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-_-_", "+/+/", "AAAAAA", "AAAA\\r\\nAAAA"})
    void everySpellingOfBase64IsHeard(String data) {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        sound(dialect, SOUND + data);
        assertThat(talk.told).last().asString().startsWith("answer-1 ");
    }

    @Test
    void whatIsNoPcmIsNotPlayed() {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        talk.say(
                dialect,
                "{'serverContent':{'modelTurn':{'parts':[{'inlineData':{'mimeType':'audio/mpeg','data':'AAAA'}}]}}}");
        talk.say(dialect, "{'serverContent':{'modelTurn':{'parts':[{'inlineData':{'mimeType':null,'data':null}}]}}}");
        assertThat(talk.told).noneMatch(line -> line.startsWith("answer-"));
    }

    @Test
    void anInterruptedTurnIsVoidUntilItIsOverAndBreaksOffOnce() {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        sound(dialect, SOUND);
        talk.told.clear();
        talk.say(dialect, "{'serverContent':{'interrupted':true}}");
        sound(dialect, SOUND);
        talk.say(dialect, "{'serverContent':{'interrupted':true}}");
        talk.say(dialect, "{'serverContent':{'turnComplete':true}}");
        assertThat(talk.told).containsExactly("caller started", "broke off");
        sound(dialect, SOUND);
        assertThat(talk.told).last().asString().startsWith("answer-2 ");
    }

    @Test
    void aTurnWhoseEndIsNeverSaidDoesNotSilenceTheNext() {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        sound(dialect, SOUND);
        talk.say(dialect, "{'serverContent':{'interrupted':true}}");
        talk.timers.advance(1_500_000_000L);
        sound(dialect, SOUND);
        assertThat(talk.told).last().asString().startsWith("answer-2 ");
    }

    @Test
    void theCallsOfOneMessageAreAnsweredTogetherAndACancelledOneNever() {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        talk.say(
                dialect,
                "{'toolCall':{'functionCalls':[{'id':'a','name':'x','args':{'n':1}},{'id':'b','name':'y'},"
                        + "{'id':'c','name':'z'}]}}");
        assertThat(talk.told).endsWith("tool a x {\"n\":1}", "tool b y {}", "tool c z {}");
        talk.sent.clear();
        dialect.giveResult(new ToolResult("a", "{\"ok\":1}", false), talk);
        talk.say(dialect, "{'toolCallCancellation':{'ids':['b']}}");
        dialect.giveResult(new ToolResult("b", "{}", false), talk);
        assertThat(talk.sent).isEmpty();
        dialect.giveResult(new ToolResult("c", "no JSON", true), talk);
        assertThat(talk.sent)
                .singleElement()
                .asString()
                .isEqualTo("{\"toolResponse\":{\"functionResponses\":["
                        + "{\"id\":\"a\",\"name\":\"x\",\"response\":{\"result\":{\"ok\":1}}},"
                        + "{\"id\":\"c\",\"name\":\"z\",\"response\":{\"error\":\"no JSON\"}}]}}");
    }

    @ParameterizedTest
    @CsvSource({"AFTER_REPLY, WHEN_IDLE", "IMMEDIATE, INTERRUPT"})
    void aToolThatIsNotWaitedForSaysWhenItsResultIsSpokenOf(ToolResults results, String scheduling) {
        WireSettings usual = WireSettings.USUAL;
        AgentDialect dialect = open(Gemini.LIVE
                .defaults()
                .withTools(List.of(builtin(AgentTool.SEND_DTMF)))
                .withWire(new WireSettings(
                        null,
                        usual.shape(),
                        usual.bargeIn(),
                        results,
                        0,
                        null,
                        ToolCalls.NON_BLOCKING,
                        Stalled.WAIT,
                        null)));
        assertThat(talk.sent
                        .get(0)
                        .at("/setup/tools/0/functionDeclarations/0/behavior")
                        .asText())
                .isEqualTo("NON_BLOCKING");
        talk.say(dialect, "{'toolCall':{'functionCalls':[{'id':'a','name':'x'}]}}");
        dialect.giveResult(new ToolResult("a", "{}", false), talk);
        assertThat(talk.sent
                        .get(talk.sent.size() - 1)
                        .at("/toolResponse/functionResponses/0/scheduling")
                        .asText())
                .isEqualTo(scheduling);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1007 | API key not valid. Please pass a valid API key.                            | agent-auth   | GEMINI_API_KEY
            1008 | Method doesn't allow unregistered callers.                                 | agent-auth   | refused the key
            1007 | Unknown name "x" at 'setup': Cannot find field.                            | agent-config | Unknown name "x"
            1008 | models/x is not found for API version v1beta                               | agent-config | models/x is not found
            1000 |                                                                            | agent-config | closed the connection at once
            1011 | You exceeded your current quota, please check your plan                    | agent-busy   | no credit or quota
            1011 | Resource has been exhausted (e.g. check quota).                            | agent-busy   | at its limit
            1011 | Deadline expired before operation could complete.                          | agent-expired| maximum length
            1011 | Internal error encountered.                                                | agent-died   | Internal error encountered
            """)
    void theReasonOfACloseFrameIsNamed(int code, String reason, String finding, String words) {
        AgentFailure failure = dialect(Gemini.LIVE.defaults()).failure(0, code, reason == null ? "" : reason);
        assertThat(failure.code()).isEqualTo(finding);
        assertThat(failure.what() + failure.cure()).contains(words);
    }

    @Test
    void aPolicyThatEndsARunningSessionIsNamedWithItsReason() {
        AgentFailure failure = open(Gemini.LIVE.defaults()).failure(0, 1008, "The operation was aborted.");
        assertThat(failure.code()).isEqualTo("agent-died");
        assertThat(failure.what()).contains("1008").contains("The operation was aborted.");
    }

    @Test
    void aSessionThatIsTakenUpHasItsHandleAndDoesNotGreet() {
        AgentSettings settings = Gemini.LIVE.defaults().continuing(new Continuation(List.of("You: hi"), "h_7"));
        open(settings);
        assertThat(talk.sent).hasSize(1);
        assertThat(talk.sent.get(0).at("/setup/sessionResumption/handle").asText())
                .isEqualTo("h_7");
        assertThat(talk.sent.get(0).at("/setup/systemInstruction/parts/0/text").asText())
                .isEqualTo(Gemini.LIVE.defaults().instructions());
    }

    @Test
    void theCallersSpeechIsHeardHereUnlessTheAgentSaysIt() {
        AgentDialect dialect = open(Gemini.LIVE.defaults());
        hear(dialect, loud(), 20);
        hear(dialect, LineFrame.SILENCE.mulaw(), 30);
        assertThat(talk.told).endsWith("caller heard", "caller heard");
        talk.say(dialect, "{'voiceActivity':{'voiceActivityType':'ACTIVITY_START'}}");
        talk.say(dialect, "{'voiceActivity':{'voiceActivityType':'ACTIVITY_END'}}");
        int before = talk.told.size();
        hear(dialect, loud(), 20);
        assertThat(talk.told).hasSize(before).endsWith("caller started", "caller stopped");
    }

    private void hear(AgentDialect dialect, byte[] mulaw, int frames) {
        for (int i = 0; i < frames; i++) {
            dialect.hear(MulawChunk.of(mulaw), talk);
        }
    }

    private static byte[] loud() {
        byte[] frame = new byte[160];
        Arrays.fill(frame, (byte) 0x20);
        for (int i = 0; i < frame.length; i += 8) {
            Arrays.fill(frame, i, i + 4, (byte) 0xA0);
        }
        return frame;
    }

    private static AgentTool builtin(String name) {
        AgentTool tool = AgentTool.builtin(name);
        if (tool == null) {
            throw new AssertionError(name);
        }
        return tool;
    }

    private void sound(AgentDialect dialect, String data) {
        talk.say(
                dialect,
                "{'serverContent':{'modelTurn':{'parts':[{'inlineData':{'mimeType':'audio/pcm;rate=24000','data':'"
                        + data + "'}}]}}}");
    }

    private AgentDialect open(AgentSettings settings) {
        AgentDialect dialect = dialect(settings);
        dialect.opened(talk, talk.timers.nowNs());
        talk.say(dialect, "{'setupComplete':{}}");
        return dialect;
    }

    private static AgentDialect dialect(AgentSettings settings) {
        return DialectTalk.dialect(Gemini.LIVE, settings);
    }
}
