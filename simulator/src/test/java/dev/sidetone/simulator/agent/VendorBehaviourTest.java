package dev.sidetone.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sidetone.bridge.socket.RequestHandler;
import dev.sidetone.simulator.agent.assemblyai.FakeAssemblyAi;
import dev.sidetone.simulator.agent.inworld.FakeInworld;
import dev.sidetone.simulator.agent.omni.FakeOmni;
import dev.sidetone.simulator.agent.openai.FakeOpenAi;
import dev.sidetone.simulator.rig.FakeByName;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.CsvSource;

/** What each vendor does that the others do not, against a client that is typed by hand. */
class VendorBehaviourTest {
    private static final Map<String, String> BEARER = Map.of("Authorization", "Bearer k");
    private static final String MULAW =
            "'input':{'format':{'encoding':'audio/pcmu'}},'output':{'format':{'encoding':'audio/pcmu'}}";
    private static final String LINE = "{'type':'input.audio','audio':'%s'}";

    @ParameterizedTest
    @CsvSource({
        "openai, /v1/realtime, rate_limit_exceeded",
        "inworld, /api/v1/realtime/session, rate_limit_exceeded",
        "omni, /v1/omni, concurrency_limit_exceeded"
    })
    void anAgentAtItsLimitSaysWhenToComeAgain(
            @ConvertWith(FakeByName.class) FakeService wire, String path, String code) {
        HandClient client = new HandClient(wire, AgentFault.BUSY);
        RequestHandler.Upgrade upgrade = client.agent.upgrade(
                new RequestHandler.Request("GET", path, "key=a&protocol=realtime", Map.of(), "", "127.0.0.1"),
                client.net);
        assertThat(upgrade).isInstanceOfSatisfying(RequestHandler.Upgrade.Refuse.class, refusal -> {
            assertThat(refusal.response().headers()).containsEntry("Retry-After", "1");
            assertThat(refusal.response().contentType()).isEqualTo("application/json");
        });
        client.dial(path, Map.of());
        assertThat(client.refused).startsWith("429 {\"error\":{\"message\":").contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "inworld, /api/v1/realtime/session?key=a, Basic k, 400",
        "inworld, /api/v1/realtime/session?protocol=realtime, Basic k, 400",
        "inworld, /api/v1/realtime/session?key=a&protocol=realtime, Bearer k, 401",
        "omni, /v1/omni?format=mulaw&rate=8000, -, 400",
        "omni, /v1/omni?format=pcm16&rate=11025, -, 400",
        "openai, /v1/realtime, -, 401"
    })
    void whoAsksWronglyIsRefusedInJson(
            @ConvertWith(FakeByName.class) FakeService wire, String path, String authorization, int status) {
        HandClient client = new HandClient(wire).dial(path, Map.of("Authorization", authorization));
        assertThat(client.refused).startsWith(status + " {\"error\":{");
    }

    @Test
    void aBrowserBringsAJwtToInworld() {
        String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzZXNzaW9uIn0.c2lnbmF0dXJl-_";
        HandClient client = new HandClient(FakeInworld.REALTIME)
                .dial("/api/v1/realtime/session?key=a&protocol=realtime", Map.of("Authorization", "Bearer " + jwt));
        assertThat(client.kinds()).containsExactly("session.created");
    }

    @Test
    void aBrowserBringsItsKeyAsASubProtocol() {
        Map<String, String> offered = Map.of("Sec-WebSocket-Protocol", "realtime, openai-insecure-api-key.ek_1");
        assertThat(new HandClient(FakeOpenAi.REALTIME)
                        .dial("/v1/realtime?model=gpt-realtime", offered)
                        .kinds())
                .containsExactly("session.created");
    }

    @Test
    void assemblyAiTellsTheCallersWordsInItsOrder() {
        HandClient client = assemblyAi();
        client.say(Sounds.tone(800));
        client.pass(2_000);
        assertThat(client.kinds())
                .containsSubsequence(
                        "input.speech.started",
                        "transcript.user.delta",
                        "input.speech.stopped",
                        "transcript.user",
                        "reply.started",
                        "reply.audio");
        assertThat(client.only("transcript.user").path("text").asText()).isEqualTo("(0.8 s of speech)");
    }

    @Test
    void assemblyAiInItsOtherWayIsNotCutByANodAndIsByMore() {
        HandClient client = assemblyAi(AgentFault.VARIANT);
        client.say(Sounds.tone(800));
        client.pass(800 + 500 + 150 + 300);
        client.say(Sounds.tone(300));
        client.pass(1_500);
        assertThat(client.all("input.speech.started")).hasSize(1);
        assertThat(client.agent.log().interruptions()).isEmpty();

        client.say(Sounds.tone(1_500));
        client.pass(1_000);
        assertThat(client.all("input.speech.started")).hasSize(1);
        client.pass(400);
        assertThat(client.all("input.speech.started")).hasSize(2);
        assertThat(client.all("reply.done"))
                .last()
                .satisfies(done -> assertThat(done.path("status").asText()).isEqualTo("interrupted"));
    }

    @Test
    void assemblyAiInItsOtherWayAnswersWhoeverBeganTheMomentItFellSilent() {
        HandClient client = assemblyAi(AgentFault.VARIANT);
        client.say(Sounds.tone(800));
        client.pass(800 + 500 + 150 + 3_700);
        client.say(Sounds.tone(400));
        client.pass(2_000);
        assertThat(client.all("reply.started")).hasSize(2);
        assertThat(client.agent.log().interruptions()).isEmpty();
    }

    @Test
    void assemblyAiSendsPcmInPiecesOfTenMilliseconds() {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        client.send("{'type':'session.update','session':{'greeting':'Hello.'}}");
        client.pass(2_000);
        List<JsonNode> audio = client.all("reply.audio");
        assertThat(audio).hasSizeGreaterThan(50);
        assertThat(audio.subList(0, 3)).allSatisfy(each -> assertThat(
                        Base64.getDecoder().decode(each.path("data").asText()))
                .hasSize(480));
    }

    @Test
    void assemblyAiTakesUpASessionThatWasLeftAMomentAgo() {
        HandClient client = assemblyAi();
        client.pass(1_000);
        client.leave();
        client.pass(5_000);
        client.closed = "";
        client.dial("/v1/ws", BEARER);
        client.seen.clear();
        client.send("{'type':'session.resume','session_id':'sess_1'}");
        client.pass(2_000);
        assertThat(client.only("session.ready").path("session_id").asText()).isEqualTo("sess_1");
        assertThat(client.all("reply.started")).as("no greeting again").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sess_1, 31000, session_expired", "sess_9, 1000, session_not_found"})
    void assemblyAiTakesUpNoOther(String session, long laterMs, String code) {
        HandClient client = assemblyAi();
        client.leave();
        client.pass(laterMs);
        client.closed = "";
        client.dial("/v1/ws", BEARER);
        client.send("{'type':'session.resume','session_id':'" + session + "'}");
        assertThat(client.only("session.error").path("code").asText()).isEqualTo(code);
        assertThat(client.closed).isEqualTo("1008 " + code);
    }

    @Test
    void assemblyAiMindsAudioThatComesTooFastAndGoesOn() {
        HandClient client = assemblyAi();
        String second = Base64.getEncoder().encodeToString(Sounds.silence(1_000));
        for (int i = 0; i < 3; i++) {
            client.send(LINE.replace("%s", second));
        }
        assertThat(client.only("session.error").path("code").asText()).isEqualTo("audio_rate_violation");
        assertThat(client.closed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'type':'session.update','session':{'greeting':null}}                             | invalid_value       | 1008 invalid_value
            {'type':'session.update','session':{'output':{'voice':'Ivy'}}}                     | invalid_value       | 1008 invalid_value
            {'type':'session.update','session':{'output':{'volume':101}}}                      | invalid_value       | 1008 invalid_value
            {'type':'session.update','session':{'input':{'format':{'encoding':'audio/mp3'}}}}  | invalid_value       | 1008 invalid_value
            {'type':'session.update','session':{'agent_id':'a'}}                               | agent_not_found     | 1008 agent_not_found
            {'type':'session.update','session':{'agent_id':'a','greeting':'b'}}                | agent_id_not_first  | 1008 agent_id_not_first
            {'type':'input.audio','audio':'////'}                                              | invalid_format      | ''
            """)
    void assemblyAiTakesNoWrongBeginning(String message, String code, String closed) {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT).dial("/v1/ws", BEARER);
        assertThat(client.seen).as("before it was spoken to").isEmpty();
        client.send(message);
        assertThat(client.only("session.error").path("code").asText()).isEqualTo(code);
        assertThat(client.closed).isEqualTo(closed);
    }

    @Test
    void assemblyAiTakesAMessageForTheConversationAndEndsWhenAsked() {
        HandClient client = assemblyAi();
        client.send("{'type':'conversation.message','role':'user','content':'I am in a hurry.'}");
        assertThat(client.all("session.error")).isEmpty();
        client.pass(1_000);
        client.send("{'type':'session.end'}");
        assertThat(client.only("session.ended").path("session_duration_seconds").asDouble())
                .isGreaterThan(0.9);
        assertThat(client.closed).startsWith("1000");
    }

    @Test
    void inworldAppliesNothingOfAnUpdateWithAnUnknownTranscriber() {
        HandClient client = inworld();
        client.send("{'type':'session.update','session':{'type':'realtime','instructions':'x','audio':{'input':"
                + "{'transcription':{'model':'whisper-1'}}}}}");
        assertThat(client.only("error").at("/error/param").asText())
                .isEqualTo("session.audio.input.transcription.model");
        client.send("{'type':'session.update','session':{'type':'realtime'}}");
        assertThat(client.only("session.updated").at("/session/instructions").asText())
                .isEmpty();
    }

    @Test
    void inworldPingsInTheTimeOfTheCalendar() {
        HandClient client = inworld();
        client.pass(5_100);
        assertThat(client.only("ping").path("timestamp").asLong()).isEqualTo(PhoneClient.CALENDAR.millis());
    }

    @Test
    void omniKnowsOnlyItsOwnVoices() {
        HandClient plain = omni(FakeOmni.PLAIN);
        plain.send("{'type':'configure','voice_id':'marin'}");
        assertThat(plain.only("error").path("message").asText()).isEqualTo("voice_not_found");
        HandClient tagged = omni(FakeOmni.TAGGED);
        tagged.sendTagged(3, "{'type':'configure','voice_id':'marin'}");
        assertThat(tagged.seen).last().satisfies(each -> assertThat(each.toString())
                .isEqualTo("{\"detail\":\"voice_not_found\"}"));
    }

    @Test
    void omniTellsTheCallersWordsThenItsTurnThenItsOwnThenTheSound() {
        HandClient client = omni(FakeOmni.TAGGED);
        client.sendTagged(3, "{'type':'configure','event':'configure','greeting':''}");
        byte[] speech = new byte[1 + 320 * 40];
        speech[0] = 1;
        for (int i = 1; i < speech.length; i += 2) {
            speech[i + 1] = (byte) (i / 16 % 2 == 0 ? 30 : -30);
        }
        client.sendBinary(speech);
        client.sendBinary(new byte[320 * 40]);
        client.pass(1_500);
        assertThat(client.kinds()).endsWith("transcript", "turn");
        assertThat(client.only("transcript").path("role").asText()).isEqualTo("user");
        assertThat(client.sounds).isNotEmpty();
    }

    private static HandClient assemblyAi(AgentFault... faults) {
        HandClient client = new HandClient(FakeAssemblyAi.VOICE_AGENT, faults).dial("/v1/ws", BEARER);
        client.send("{'type':'session.update','session':{" + MULAW + "}}");
        client.startLine(LINE);
        return client;
    }

    private static HandClient inworld() {
        return new HandClient(FakeInworld.REALTIME)
                .dial("/api/v1/realtime/session?key=a&protocol=realtime", Map.of("Authorization", "Basic k"));
    }

    private static HandClient omni(FakeService wire) {
        return new HandClient(wire)
                .dial("/v1/omni?format=pcm16&rate=8000", Map.of("Sec-WebSocket-Protocol", "pyai-key.k"));
    }
}
