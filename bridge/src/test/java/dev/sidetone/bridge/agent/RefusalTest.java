package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each vendor's refusals, errors and closes mean, row by row of its page. */
class RefusalTest {
    private final DialectTalk talk = new DialectTalk();

    @ParameterizedTest
    @CsvSource({
        "OPENAI, 401, 0, agent-auth",
        "OPENAI, 403, 0, agent-auth",
        "OPENAI, 429, 0, agent-busy",
        "OPENAI, 404, 0, agent-config",
        "OPENAI, 500, 0, agent-died",
        "OPENAI_BETA, 503, 0, agent-died",
        "OPENAI, 0, 3000, agent-auth",
        "OPENAI, 0, 4000, agent-config",
        "OPENAI, 0, 1006, agent-died",
        "OPENAI, 0, 0, agent-unreachable",
        "OPENAI_BETA, 0, 4000, agent-config",
        "COMPATIBLE, 0, 4000, agent-config",
        "ASSEMBLYAI, 0, 1008, agent-auth",
        "ASSEMBLYAI, 0, 1011, agent-died",
        "INWORLD, 401, 0, agent-auth",
        "INWORLD, 400, 0, agent-config",
        "OMNI, 400, 0, agent-config",
        "OMNI, 402, 0, agent-busy",
        "OMNI, 429, 0, agent-busy",
        "OMNI, 0, 4401, agent-auth",
        "OMNI, 0, 4403, agent-auth",
        "OMNI, 0, 4429, agent-busy",
        "OMNI, 0, 1011, agent-died"
    })
    void aRefusalOrACloseIsNamed(AgentWire wire, int httpStatus, int closeCode, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, AgentSettings.of(wire));
        assertThat(agent.failure(httpStatus, closeCode, "why").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAI     | {'type':'error','error':{'code':'session_expired'}}                              | agent-expired",
                "OPENAI     | {'type':'error','error':{'code':'beta_api_shape_disabled'}}                      | agent-config",
                "OPENAI     | {'type':'error','error':{'code':'invalid_value','param':'session.voice'}}         | agent-config",
                "INWORLD    | {'type':'error','error':{'code':'invalid_value','param':'session.audio.input.transcription.model'}} | agent-config",
                "ASSEMBLYAI | {'type':'session.error','code':'UNAUTHORIZED','message':'no'}                    | agent-auth",
                "ASSEMBLYAI | {'code':'forbidden','message':'no type at all'}                                  | agent-auth",
                "ASSEMBLYAI | {'type':'error','code':'at_capacity','message':'later'}                          | agent-busy",
                "INWORLD    | {'type':'error','error':{'code':'insufficient_quota'}}                           | agent-busy",
                "ASSEMBLYAI | {'type':'session.error','code':'INTERNAL_ERROR','message':'ours'}                | agent-died",
                "ASSEMBLYAI | {'type':'session.error','code':'agent_timeout','message':'10 s'}                 | agent-died",
                "ASSEMBLYAI | {'type':'session.error','code':'invalid_value','param':'voice','message':'none'} | agent-config",
                "ASSEMBLYAI | {'type':'session.error','code':'agent_not_found','message':'none'}               | agent-config",
                "ASSEMBLYAI | {'type':'session.error','code':'agent_init_failed','message':'ours'}             | agent-config",
                "ASSEMBLYAI | {'type':'session.error','code':'concurrency_exceeded','message':'later'}         | agent-busy",
                "ASSEMBLYAI | {'type':'session.error','code':'invalid_config','message':'no'}                  | agent-config",
                "ASSEMBLYAI | {'type':'session.error','code':'server_error','message':'ours'}                  | agent-died",
                "OMNI       | {'event':'error','detail':'voice_not_found'}                                     | agent-config"
            })
    void anErrorThatLeavesNothingToWaitForEndsTheSession(AgentWire wire, String message, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, AgentSettings.of(wire));
        talk.say(agent, message);
        assertThat(talk.told).containsExactly("complained", "failed " + code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAI     | {'type':'session.updated'} | {'type':'error','error':{'code':'invalid_event','message':'what?'}}",
                "INWORLD    | {'type':'session.updated'} | {'type':'error','message':'at the top','error':{'code':'server_error'}}",
                "ASSEMBLYAI | {'type':'session.ready'}   | {'code':'invalid_audio','message':'odd'}",
                "OMNI       | {'type':'hello'}           | {'event':'warning','code':'slow','message':'late'}"
            })
    void anErrorInMidSessionIsToldAndEndsNothing(AgentWire wire, String ready, String message) {
        AgentDialect agent = DialectTalk.dialect(wire, AgentSettings.of(wire));
        talk.say(agent, ready);
        talk.say(agent, message);
        assertThat(talk.told).containsExactly("ready", "complained");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, 429, 0, true",
        "OPENAI, 500, 0, true",
        "OMNI, 0, 1011, true",
        "OMNI, 402, 0, false",
        "OPENAI, 401, 0, false",
        "OPENAI, 404, 0, false",
        "OPENAI, 0, 0, false",
        "ASSEMBLYAI, 0, 1008, false"
    })
    void onlyWhatMayPassIsWorthAnotherTry(AgentWire wire, int httpStatus, int closeCode, boolean passes) {
        AgentDialect agent = DialectTalk.dialect(wire, AgentSettings.of(wire));
        assertThat(agent.failure(httpStatus, closeCode, "why").passes()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, server_error, agent-died",
        "INWORLD, server_error, agent-died",
        "OPENAI, something_new, agent-died",
        "INWORLD, rate_limit_exceeded, agent-busy"
    })
    void anAnswerThatFailsIsAskedForOnceMore(AgentWire wire, String error, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, AgentSettings.of(wire));
        String failed = "{'type':'response.done','response':{'status':'failed','status_details':{'error':{'code':'"
                + error + "'}}}}";
        talk.say(agent, failed);
        assertThat(talk.told).containsExactly("complained");
        assertThat(talk.sent).extracting(each -> each.path("type").asText()).containsExactly("response.create");
        talk.say(agent, "{'type':'response.done','response':{'status':'completed'}}");
        talk.say(agent, failed);
        assertThat(talk.sent).hasSize(2);
        talk.say(agent, failed);
        assertThat(talk.told).endsWith("complained", "failed " + code);
    }

    @Test
    void aRefusalAfterItWasReadyIsNoWrongKey() {
        AgentDialect agent = DialectTalk.dialect(AgentWire.ASSEMBLYAI, AgentSettings.of(AgentWire.ASSEMBLYAI));
        talk.say(agent, "{'type':'session.ready'}");
        assertThat(agent.failure(0, 1008, "").code()).isEqualTo("agent-died");
    }

    @Test
    void newsWaitForTheEndOfAReplyWhereTheyWouldCutIt() {
        AgentDialect agent = DialectTalk.dialect(AgentWire.ASSEMBLYAI, AgentSettings.of(AgentWire.ASSEMBLYAI));
        talk.say(agent, "{'type':'reply.started'}");
        agent.learn("The table is booked.", talk);
        assertThat(talk.sent).isEmpty();
        talk.say(agent, "{'type':'reply.done'}");
        assertThat(talk.sent).singleElement().satisfies(message -> assertThat(
                        message.path("instructions").asText())
                .contains("The table is booked."));
    }

    @Test
    void inworldIsToldItsFormatInWordsOnceItRefusesTheObject() {
        AgentDialect agent = DialectTalk.dialect(AgentWire.INWORLD, AgentSettings.of(AgentWire.INWORLD));
        talk.say(agent, "{'type':'session.created','session':{}}");
        String refusal =
                "{'type':'error','error':{'code':'invalid_value','param':'session.audio.input.format','message':'no'}}";
        talk.say(agent, refusal);
        assertThat(talk.sent)
                .extracting(each -> each.at("/session/audio/input/format").toString())
                .containsExactly("{\"type\":\"audio/pcmu\"}", "\"g711_ulaw\"");
        talk.say(agent, refusal);
        assertThat(talk.told).endsWith("failed agent-config");
    }

    @Test
    void aStopThatCameTooLateIsNoTrouble() {
        AgentDialect agent = DialectTalk.dialect(AgentWire.INWORLD, AgentSettings.of(AgentWire.INWORLD));
        talk.say(agent, "{'type':'error','error':{'code':'response_cancel_not_active'}}");
        assertThat(talk.told).isEmpty();
    }
}
