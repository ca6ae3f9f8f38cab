package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.omni.Omni;
import dev.sidetone.bridge.agent.openai.OpenAi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers really send that take a vendor's wire: fields left out, null or all the same, other base64, other frames. */
// Over 300 lines because every carelessness is played in one way, on every wire that can have it.
class CarelessServerTest {
    private static final String DELTA = "{'type':'response.output_audio.delta',%s'delta':'/////w=='}";
    private static final String CREATED = "{'type':'response.created','response':{%s'status':'in_progress'}}";
    private static final String DONE = "{'type':'response.done','response':{%s'status':'completed'}}";
    private static final String CANCELLED = "{'type':'response.done','response':{%s'status':'cancelled'}}";
    private static final String STARTED = "{'type':'input_audio_buffer.speech_started'}";
    private static final String STOPPED = "{'type':'input_audio_buffer.speech_stopped'}";

    private final DialectTalk talk = new DialectTalk();
    private AgentDialect dialect = openAi();

    static Stream<Arguments> ids() {
        return Stream.of(
                Arguments.of("none", "", ""),
                Arguments.of("null", "'item_id':null,'response_id':null,", "'id':null,"),
                Arguments.of("one item for all", "'item_id':'i',", ""),
                Arguments.of("one of both for all", "'item_id':'i','response_id':'r',", "'id':'r',"),
                Arguments.of("one response for all", "'response_id':'r',", "'id':'r',"),
                Arguments.of("empty", "'item_id':'','response_id':'',", "'id':'',"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void answersAreToldApartWhateverTheirIds(String what, String ids, String responseId) {
        turn(ids, responseId, true, true);
        say(STARTED);
        say(STOPPED);
        turn(ids, responseId, true, true);
        turn(ids, responseId, true, true);
        assertThat(names()).as(what).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void theyAreWithoutAWordOfTheirBeginningToo(String what, String ids, String responseId) {
        turn(ids, responseId, false, true);
        say(STARTED);
        say(STOPPED);
        turn(ids, responseId, false, true);
        say(STARTED);
        say(STOPPED);
        turn(ids, responseId, false, false);
        assertThat(names()).as(what).hasSize(3);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void anAnswerAfterOneThatWasSpokenOverIsAnotherAndTheRestOfThatIsNot(String what, String ids, String responseId) {
        say(CREATED.formatted(responseId));
        say(DELTA.formatted(ids));
        say(STARTED);
        say(DELTA.formatted(ids));
        say(CANCELLED.formatted(responseId));
        say(DELTA.formatted(ids));
        assertThat(names()).as(what).hasSize(1);
        say(STOPPED);
        turn(ids, responseId, true, true);
        assertThat(names()).as(what).hasSize(2);
    }

    @Test
    void lateSoundOfATellingServerIsNeverTheNextAnswers() {
        say(CREATED.formatted("'id':'r1',"));
        say(DELTA.formatted("'item_id':'i1','response_id':'r1',"));
        say(STARTED);
        say(CANCELLED.formatted("'id':'r1',"));
        say(STOPPED);
        say(CREATED.formatted("'id':'r2',"));
        say(DELTA.formatted("'item_id':'i1','response_id':'r1',"));
        say(DELTA.formatted("'item_id':'i9','response_id':'r1',"));
        say(DELTA.formatted("'item_id':'i2','response_id':'r2',"));
        assertThat(names()).startsWith("i1").endsWith("i2");
        assertThat(talk.told).filteredOn(line -> line.startsWith("i1 ")).hasSize(2);
    }

    @Test
    void aCutAnswerIsReportedByTheServersOwnNameAndNotWithoutOne() {
        say(DELTA.formatted("'item_id':'i',"));
        say(DONE.formatted(""));
        say(DELTA.formatted("'item_id':'i',"));
        String second = names().get(1);
        dialect.interrupt(second, 10, talk);
        assertThat(talk.sent.get(talk.sent.size() - 1).path("item_id").textValue())
                .isEqualTo("i");
        int before = talk.sent.size();
        say(DONE.formatted(""));
        say(DELTA.formatted(""));
        dialect.interrupt(names().get(2), 10, talk);
        assertThat(talk.sent).hasSize(before);
    }

    @Test
    void aPreambleAndTheAnswerBehindItAreTwoPartsOfOneResponse() {
        say(CREATED.formatted("'id':'r',"));
        say(DELTA.formatted("'item_id':'i1','response_id':'r',"));
        say("{'type':'response.output_audio.done','item_id':'i1'}");
        say(DELTA.formatted("'item_id':'i2','response_id':'r','output_index':1,"));
        say(DELTA.formatted("'item_id':'i2','response_id':'r','output_index':1,"));
        assertThat(talk.told).endsWith("i1 4 bytes", "continued", "i2 4 bytes", "i2 4 bytes");
        say(DONE.formatted("'id':'r',"));
        turn("'item_id':'i3','response_id':'s',", "'id':'s',", true, true);
        assertThat(talk.told).filteredOn("continued"::equals).hasSize(1);
    }

    @Test
    void theAnswerBehindAPreambleThatWasSpokenOverIsAsLateAsTheRestOfThat() {
        say(CREATED.formatted("'id':'r',"));
        say(DELTA.formatted("'item_id':'i1','response_id':'r',"));
        say(STARTED);
        say(DELTA.formatted("'item_id':'i2','response_id':'r',"));
        assertThat(names()).containsExactly("i1");
    }

    @Test
    void anAnswerToSilenceIsNoAnswerToTheCaller() {
        say("{'type':'input_audio_buffer.timeout_triggered','audio_start_ms':1,'audio_end_ms':2,'item_id':'x'}");
        assertThat(talk.told).endsWith("timed out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'response.audio.delta','item_id':'i','delta':null}",
                "{'type':'response.output_audio.delta','item_id':'i'}",
                "{'type':'response.output_audio.delta','item_id':'i','delta':''}",
                "{'type':'response.output_audio.delta','item_id':'i','delta':{}}"
            })
    void soundThatIsNullIsNoSound(String message) {
        say(message);
        assertThat(talk.told).containsExactly("ready");
    }

    @Test
    void soundThatIsNullIsNoSoundOnAssemblyAi() {
        dialect = assemblyAi();
        say("{'type':'reply.started'}");
        say("{'type':'reply.audio','data':null}");
        assertThat(talk.told).containsExactly("ready");
    }

    @Test
    void wordsThatAreNullAreNotTheWordNull() {
        say("{'type':'response.output_audio_transcript.done','transcript':null}");
        assertThat(talk.told).last().isEqualTo("AGENT ");
    }

    @ParameterizedTest
    @CsvSource({"'/////w',4", "'____-w==',4", "'____-w',4", "'////\\n/w==',4", "' /////w== ',4"})
    void looseBase64IsMended(String delta, int bytes) {
        say("{'type':'response.audio.delta','item_id':'i','delta':'" + delta + "'}");
        assertThat(talk.told).last().isEqualTo("i " + bytes + " bytes");
        assertThat(talk.sound).matches("[A-Za-z0-9+/]{6}==");
        dialect = assemblyAi();
        say("{'type':'reply.started'}");
        say("{'type':'reply.audio','data':'" + delta + "'}");
        assertThat(talk.told).last().isEqualTo("reply-1 " + bytes + " bytes");
        assertThat(talk.sound).matches("[A-Za-z0-9+/]{6}==");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/////", "!!!!", "UklGRg.."})
    void whatIsNoBase64IsNamedAndNeverPassedOn(String delta) {
        say("{'type':'response.audio.delta','item_id':'i','delta':'" + delta + "'}");
        assertThat(talk.told).last().asString().startsWith("flawed UNREADABLE sent sound that is not base64");
        dialect = assemblyAi();
        say("{'type':'reply.started'}");
        say("{'type':'reply.audio','data':'" + delta + "'}");
        assertThat(talk.told).last().asString().startsWith("flawed UNREADABLE sent sound that is not base64");
        assertThat(talk.told).noneMatch(line -> line.endsWith("bytes"));
    }

    static Stream<AgentService> wires() {
        return Stream.of(OpenAi.REALTIME, OpenAi.BETA, OpenAi.COMPATIBLE, Inworld.REALTIME);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void jsonInBinaryFramesIsReadAndOtherBinaryIsNamed(AgentService wire) {
        dialect = DialectTalk.dialect(wire, wire.defaults());
        talk.told.clear();
        binary("{\"type\":\"session.created\",\"session\":{}}");
        binary(" {\"type\":\"session.updated\",\"session\":{}}\n");
        binary("\u0000\u0001\u0002");
        assertThat(talk.told).hasSize(2).first().isEqualTo("ready");
        assertThat(talk.told.get(1)).startsWith("flawed UNREADABLE sent binary messages that are not JSON");
    }

    @Test
    void jsonInBinaryFramesIsReadOnAssemblyAiAndOmniToo() {
        dialect = DialectTalk.dialect(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
        talk.told.clear();
        binary("{\"type\":\"session.ready\",\"session_id\":null}");
        assertThat(talk.told).containsExactly("ready");
        assertThat(dialect.session().id()).isEmpty();
        dialect = DialectTalk.dialect(Omni.SERVICE, Omni.SERVICE.defaults());
        binary("{\"type\":\"hello\",\"call_id\":\"c\"}");
        binary("{\"type\":\"transcript\",\"role\":\"user\",\"text\":\"Hello?\",\"final\":true}");
        assertThat(talk.told).containsExactly("ready", "ready", "CALLER Hello?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'error','error':'it is full'} | it is full",
                "{'type':'error','error':{'message':'it is full'}} | it is full",
                "{'type':'error','error':{'type':'server_error','code':null,'message':'it is full'}} | server_error: it is full",
                "{'type':'error','error':{'code':4401,'message':null}} | 4401",
                "{'type':'error','error':{'code':'full'}} | full",
                "{'type':'error','message':'it is full','code':'full'} | full: it is full",
                "{'type':'error','error':null} | {\"type\":\"error\",\"error\":null}",
                "{'type':'error'} | {\"type\":\"error\"}",
                "{'error':{'message':'it is full'}} | it is full",
                "{'error':'it is full'} | it is full",
                "{'type':'error','error':['it','is']} | {\"type\":\"error\",\"error\":[\"it\",\"is\"]}",
            })
    void anErrorIsShownWithWhatIsThere(String message, String shown) {
        for (AgentDialect each : List.of(openAi(), assemblyAi())) {
            dialect = each;
            say(message);
            assertThat(talk.warned).last().isEqualTo("the agent reports " + shown);
            assertThat(talk.told).last().isEqualTo("complained");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{''reason'':''max_output_tokens''}',max_output_tokens",
        "'{''reason'':''content_filter''}',content_filter",
        "null,it gives no reason",
        "'''cut''',cut"
    })
    void anAnswerThatTheAgentEndsIsToldWithItsReason(String details, String reason) {
        say(CREATED.formatted(""));
        say(DELTA.formatted(""));
        say("{'type':'response.done','response':{'status':'incomplete','status_details':" + details + "}}");
        assertThat(talk.told).last().isEqualTo("flawed UNFINISHED ended an answer before its end: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'error':{'code':null,'message':'it broke'}} | it broke",
                "{'error':'it broke'} | it broke",
                "{'type':'failed','reason':'it broke'} | it broke",
                "{'error':{'type':'server_error'}} | server_error"
            })
    void anAnswerThatFailsTwiceIsToldWithItsReason(String details, String reason) {
        for (int i = 0; i < 2; i++) {
            say(CREATED.formatted(""));
            say("{'type':'response.done','response':{'status':'failed','status_details':" + details + "}}");
        }
        assertThat(talk.told).last().isEqualTo("failed agent-died");
        assertThat(talk.failures).singleElement().asString().contains("(" + reason + ")");
    }

    @Test
    void anAnswerInWordsAloneIsTold() {
        say(CREATED.formatted(""));
        say("{'type':'response.text.delta','delta':'We are'}");
        say("{'type':'response.text.done','text':'We are open.'}");
        say(DONE.formatted(""));
        assertThat(talk.told)
                .endsWith(
                        "AGENT We are open.",
                        "flawed TEXT_ONLY answered in words without sound, which the caller does not hear: \"We are open.\"");
        say("{'type':'response.done','response':{'status':'completed','output':"
                + "[{'type':'message','content':[{'type':'output_text','text':'Yes.'}]}]}}");
        assertThat(talk.told).last().asString().endsWith("\"Yes.\"");
    }

    @Test
    void anAnswerWithWordsBesideItsSoundIsSound() {
        say(CREATED.formatted(""));
        say("{'type':'response.output_text.done','text':'We are open.'}");
        say(DELTA.formatted(""));
        say(DONE.formatted(""));
        assertThat(talk.told).noneMatch(line -> line.startsWith("flawed"));
    }

    @Test
    void anAnswerInWordsAloneIsToldOnAssemblyAiAndSoIsOneThatItEnds() {
        dialect = assemblyAi();
        say("{'type':'reply.started','reply_id':'r'}");
        say("{'type':'transcript.agent','text':'We are open.'}");
        say("{'type':'reply.done','status':'completed'}");
        assertThat(talk.told).last().asString().startsWith("flawed TEXT_ONLY");
        say("{'type':'reply.started','reply_id':'r'}");
        say("{'type':'reply.audio','data':'/////w=='}");
        say("{'type':'reply.done','status':'failed'}");
        assertThat(talk.told).last().isEqualTo("flawed UNFINISHED ended an answer before its end: failed");
    }

    @Test
    void aReplyWithoutABeginningIsHeardOnAssemblyAiAndTheRestOfOneThatWasSpokenOverIsNot() {
        dialect = assemblyAi();
        say("{'type':'reply.audio','data':'/////w=='}");
        say("{'type':'input.speech.started'}");
        say("{'type':'reply.audio','data':'/////w=='}");
        say("{'type':'reply.done','status':'interrupted'}");
        say("{'type':'reply.audio','data':'/////w=='}");
        say("{'type':'input.speech.stopped'}");
        assertThat(names()).containsExactly("reply-1");
        say("{'type':'reply.audio','data':'/////w=='}");
        assertThat(names()).containsExactly("reply-1", "reply-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'call_id':'c',", "'call_id':null,'id':'c',", "'id':'c',"})
    void everyCallOfAToolIsMadeAlsoWithOneIdForAll(String id) {
        for (int i = 0; i < 2; i++) {
            say(CREATED.formatted(""));
            say("{'type':'response.output_item.added','item':{'type':'function_call'," + id + "'name':'book'}}");
            say("{'type':'response.output_item.done','item':{'type':'function_call'," + id
                    + "'name':'book','arguments':'{}'}}");
            say("{'type':'response.output_item.done','item':{'type':'function_call'," + id
                    + "'name':'book','arguments':'{}'}}");
            say(DONE.formatted(""));
        }
        assertThat(talk.told).filteredOn("tool c book {}"::equals).hasSize(2);
    }

    private void turn(String ids, String responseId, boolean begins, boolean ends) {
        if (begins) {
            say(CREATED.formatted(responseId));
        }
        say(DELTA.formatted(ids));
        say(DELTA.formatted(ids));
        if (ends) {
            say(DONE.formatted(responseId));
        }
    }

    private AgentDialect openAi() {
        dialect = DialectTalk.dialect(OpenAi.REALTIME, OpenAi.REALTIME.defaults());
        say("{'type':'session.created','session':{}}");
        say("{'type':'session.updated','session':{}}");
        return dialect;
    }

    private AgentDialect assemblyAi() {
        dialect = DialectTalk.dialect(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
        talk.told.clear();
        say("{'type':'session.ready'}");
        return dialect;
    }

    private List<String> names() {
        return talk.told.stream()
                .filter(line -> line.endsWith(" bytes"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .toList();
    }

    private void say(String message) {
        talk.say(dialect, message);
    }

    private void binary(String message) {
        dialect.read(message.getBytes(StandardCharsets.UTF_8), talk, talk.timers.nowNs());
    }
}
