package dev.sidetone.bridge.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.bridge.ServiceByName;
import dev.sidetone.bridge.agent.assemblyai.AssemblyAi;
import dev.sidetone.bridge.agent.inworld.Inworld;
import dev.sidetone.bridge.agent.openai.OpenAi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** What each vendor's refusals, errors and closes mean, row by row of its page. */
class RefusalTest {
    private final DialectTalk talk = new DialectTalk();

    @ParameterizedTest
    @CsvSource({
        "openai, 401, 0, agent-auth",
        "openai, 403, 0, agent-auth",
        "openai, 429, 0, agent-busy",
        "openai, 404, 0, agent-config",
        "openai, 500, 0, agent-died",
        "openai-beta, 503, 0, agent-died",
        "openai, 0, 3000, agent-auth",
        "openai, 0, 4000, agent-config",
        "openai, 0, 1006, agent-died",
        "openai, 0, 0, agent-unreachable",
        "openai-beta, 0, 4000, agent-config",
        "compatible, 0, 4000, agent-config",
        "assemblyai, 0, 1008, agent-auth",
        "assemblyai, 0, 1011, agent-died",
        "inworld, 401, 0, agent-auth",
        "inworld, 400, 0, agent-config",
        "omni, 400, 0, agent-config",
        "omni, 402, 0, agent-busy",
        "omni, 429, 0, agent-busy",
        "omni, 0, 4401, agent-auth",
        "omni, 0, 4403, agent-auth",
        "omni, 0, 4429, agent-busy",
        "omni, 0, 1011, agent-died"
    })
    void aRefusalOrACloseIsNamed(
            @ConvertWith(ServiceByName.class) AgentService wire, int httpStatus, int closeCode, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, wire.defaults());
        assertThat(agent.failure(httpStatus, closeCode, "why").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection refused: localhost/127.0.0.1:1        | check --agent-url and that the agent runs",
                "its certificate is not accepted: it is too old   | check this machine's date",
                "TLS failed: not an SSL/TLS record                | speaks TLS: a plain server on this machine is ws://"
            },
            quoteCharacter = '`')
    void theCureOfAnAgentThatCannotBeReachedDependsOnWhy(String why, String cure) {
        AgentDialect agent = DialectTalk.dialect(OpenAi.REALTIME, OpenAi.REALTIME.defaults());

        assertThat(agent.failure(0, 0, why).cure()).contains(cure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openai     | {'type':'error','error':{'code':'session_expired'}}                              | agent-expired",
                "openai     | {'type':'error','error':{'code':'beta_api_shape_disabled'}}                      | agent-config",
                "openai     | {'type':'error','error':{'code':'invalid_value','param':'session.voice'}}         | agent-config",
                "inworld    | {'type':'error','error':{'code':'invalid_value','param':'session.audio.input.transcription.model'}} | agent-config",
                "assemblyai | {'type':'session.error','code':'UNAUTHORIZED','message':'no'}                    | agent-auth",
                "assemblyai | {'code':'forbidden','message':'no type at all'}                                  | agent-auth",
                "assemblyai | {'type':'error','code':'at_capacity','message':'later'}                          | agent-busy",
                "inworld    | {'type':'error','error':{'code':'insufficient_quota'}}                           | agent-busy",
                "assemblyai | {'type':'session.error','code':'INTERNAL_ERROR','message':'ours'}                | agent-died",
                "assemblyai | {'type':'session.error','code':'agent_timeout','message':'10 s'}                 | agent-died",
                "assemblyai | {'type':'session.error','code':'invalid_value','param':'voice','message':'none'} | agent-config",
                "assemblyai | {'type':'session.error','code':'agent_not_found','message':'none'}               | agent-config",
                "assemblyai | {'type':'session.error','code':'agent_init_failed','message':'ours'}             | agent-config",
                "assemblyai | {'type':'session.error','code':'concurrency_exceeded','message':'later'}         | agent-busy",
                "assemblyai | {'type':'session.error','code':'invalid_config','message':'no'}                  | agent-config",
                "assemblyai | {'type':'session.error','code':'server_error','message':'ours'}                  | agent-died",
                "omni       | {'event':'error','detail':'voice_not_found'}                                     | agent-config"
            })
    void anErrorThatLeavesNothingToWaitForEndsTheSession(
            @ConvertWith(ServiceByName.class) AgentService wire, String message, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, wire.defaults());
        talk.say(agent, message);
        assertThat(talk.told).containsExactly("complained", "failed " + code);
    }

    @Test
    void aModelThatIsNotServedIsNamedAndNotTakenForTheBeta() {
        AgentDialect agent = DialectTalk.dialect(OpenAi.REALTIME, OpenAi.REALTIME.defaults());
        talk.say(
                agent,
                "{'type':'error','error':{'code':'invalid_model','message':'Model \\\"x\\\" is not supported',"
                        + "'param':null}}");
        assertThat(talk.told).containsExactly("complained", "failed agent-config");
        assertThat(agent.failure(0, 4000, "invalid_request_error.invalid_model").what())
                .contains("invalid_model")
                .doesNotContain("beta");
        assertThat(agent.failure(0, 4000, "invalid_request_error.beta_api_shape_disabled")
                        .what())
                .contains("beta");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openai     | {'type':'session.updated'} | {'type':'error','error':{'code':'invalid_event','message':'what?'}}",
                "inworld    | {'type':'session.updated'} | {'type':'error','message':'at the top','error':{'code':'server_error'}}",
                "assemblyai | {'type':'session.ready'}   | {'code':'invalid_audio','message':'odd'}",
                "omni       | {'type':'hello'}           | {'event':'warning','code':'slow','message':'late'}"
            })
    void anErrorInMidSessionIsToldAndEndsNothing(
            @ConvertWith(ServiceByName.class) AgentService wire, String ready, String message) {
        AgentDialect agent = DialectTalk.dialect(wire, wire.defaults());
        talk.say(agent, ready);
        talk.say(agent, message);
        assertThat(talk.told).containsExactly("ready", "complained");
    }

    @ParameterizedTest
    @CsvSource({
        "openai, 429, 0, true",
        "openai, 500, 0, true",
        "omni, 0, 1011, true",
        "omni, 402, 0, false",
        "openai, 401, 0, false",
        "openai, 404, 0, false",
        "openai, 0, 0, false",
        "assemblyai, 0, 1008, false"
    })
    void onlyWhatMayPassIsWorthAnotherTry(
            @ConvertWith(ServiceByName.class) AgentService wire, int httpStatus, int closeCode, boolean passes) {
        AgentDialect agent = DialectTalk.dialect(wire, wire.defaults());
        assertThat(agent.failure(httpStatus, closeCode, "why").passes()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, server_error, agent-died",
        "inworld, server_error, agent-died",
        "openai, something_new, agent-died",
        "inworld, rate_limit_exceeded, agent-busy"
    })
    void anAnswerThatFailsIsAskedForOnceMore(
            @ConvertWith(ServiceByName.class) AgentService wire, String error, String code) {
        AgentDialect agent = DialectTalk.dialect(wire, wire.defaults());
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
        AgentDialect agent = DialectTalk.dialect(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
        talk.say(agent, "{'type':'session.ready'}");
        assertThat(agent.failure(0, 1008, "").code()).isEqualTo("agent-died");
    }

    @Test
    void newsWaitForTheEndOfAReplyWhereTheyWouldCutIt() {
        AgentDialect agent = DialectTalk.dialect(AssemblyAi.VOICE_AGENT, AssemblyAi.VOICE_AGENT.defaults());
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
        AgentDialect agent = DialectTalk.dialect(Inworld.REALTIME, Inworld.REALTIME.defaults());
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
        AgentDialect agent = DialectTalk.dialect(Inworld.REALTIME, Inworld.REALTIME.defaults());
        talk.say(agent, "{'type':'error','error':{'code':'response_cancel_not_active'}}");
        assertThat(talk.told).isEmpty();
    }
}
