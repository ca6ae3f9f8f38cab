package dev.sidetone.simulator.twilio;

import static dev.sidetone.simulator.twilio.RelayServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sidetone.simulator.timeline.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the TwiML of a ConversationRelay may get wrong, and what becomes of the call then. */
class RelayTwimlTest {
    private final TickingCaller caller = new TickingCaller();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ttsProvider='Acme'                          | Invalid values (Acme/en-US/) for tts settings.",
                "transcriptionProvider='deepgram'            | Invalid values (deepgram/en-US/) for transcription settings.",
                "transcriptionProvider='Google' speechModel='nova-3-general' | The speechModel nova-3-general is not one of Google's.",
                "language='english!'                         | The language \"english!\" of <ConversationRelay> is none.",
                "language='multi' ttsProvider='Google'       | The language multi needs Deepgram and ElevenLabs, not Deepgram and Google.",
            })
    void valuesThatDoNotGoTogetherFailTheSession(String attributes, String what) {
        RelayServer relay = RelayServer.with(attributes);

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("64101 error");
        assertThat(relay.line.facts.one(Fact.Found.class).what()).isEqualTo(what);
        assertThat(relay.server.upgrades).isEmpty();
        assertThat(relay.action()).contains("SessionStatus=failed", "ErrorCode=64101");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | it is empty",
                "/relay                       | it is not absolute",
                "https://voice.example.com/a  | it begins with https://, which is not a WebSocket's",
                "ws://voice.example.com/a     | it is not wss and its host is not this machine",
                "wss:///a                     | it has no host",
            })
    void aUrlThatCannotBeDialledIsNotConnected(String url, String why) {
        RelayServer relay = new RelayServer();
        relay.server.twiml(
                "/voice",
                "<Response><Connect action='/done'><ConversationRelay url='" + url + "'/></Connect></Response>");

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("64102 error");
        assertThat(relay.line.facts.one(Fact.Found.class).what()).contains(why);
        assertThat(relay.action()).contains("SessionStatus=failed", "ErrorCode=64102");
    }

    @Test
    void aRefusedHandshakeIsNotConnectedAndItsCureNamesTheUrlAsItIsWritten() {
        RelayServer relay = RelayServer.with("");
        relay.server.refuses(403);

        relay.call(caller, Duration.ofSeconds(2));

        assertThat(relay.findings()).containsExactly("64102 error");
        assertThat(relay.line.facts.one(Fact.Found.class).cure()).contains("the wss url as it is written");
        assertThat(relay.action()).contains("SessionStatus=failed", "ErrorCode=64102");
    }

    @Test
    void withoutAnActionTheNextVerbFollows() {
        RelayServer relay = new RelayServer();
        relay.server.twiml(
                "/voice",
                "<Response><Connect><ConversationRelay url='ws://localhost:8080/relay'/></Connect><Redirect>/next</Redirect></Response>");
        relay.server.twiml("/next", "<Response><Hangup/></Response>");
        relay.on("setup", "{\"type\":\"end\"}").call(caller, Duration.ofSeconds(2));

        assertThat(relay.server.requests.get(1).path()).isEqualTo("/next");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "interruptByDtmf='true'       | <ConversationRelay> has no attribute interruptByDtmf: it was ignored.",
                "dtmfdetection='true'         | <ConversationRelay> has no attribute dtmfdetection: it was ignored.",
                "interruptible='sometimes'    | <ConversationRelay interruptible=\"sometimes\"> is wrong: \"any\" was taken.",
                "interruptSensitivity='huge'  | <ConversationRelay interruptSensitivity=\"huge\"> is wrong: \"high\" was taken.",
                "speechTimeout='100'          | <ConversationRelay speechTimeout=\"100\"> is wrong: \"600\" was taken.",
                "eotThreshold='0.2'           | <ConversationRelay eotThreshold=\"0.2\"> is wrong: it was ignored.",
                "events='tokens-spoken'       | <ConversationRelay> subscribes to \"tokens-spoken\", which is no event: it was ignored.",
            })
    void whatTwilioWouldReadOverIsWarnedOf(String attribute, String what) {
        RelayServer relay = RelayServer.with(attribute);

        relay.call(caller, Duration.ofSeconds(1));

        assertThat(relay.findings()).containsExactly("12200 warning");
        assertThat(relay.line.facts.one(Fact.Found.class).what()).isEqualTo(what);
        assertThat(relay.server.upgrades).hasSize(1);
    }

    @Test
    void whatDoesNotBelongIntoItIsSkipped() {
        RelayServer relay = RelayServer.with(
                "",
                "<Language code='es-ES' voice='x'/><Language code='?'/><Stream url='/media'/><Parameter value='1'/>");

        relay.call(caller, Duration.ofSeconds(1));

        assertThat(relay.line.facts.findings())
                .extracting(Fact.Found::what)
                .containsExactly(
                        "A <Language> has the code \"?\": it was skipped.",
                        "<ConversationRelay> cannot hold <Stream>: it was skipped.",
                        "A <Parameter> has no name: it was skipped.");
    }

    @Test
    void theSpellingsOfTwiliosSdkAreTakenAndSaidToBeUnverified() throws Exception {
        RelayServer relay = RelayServer.with("speechtimeout='2000'");
        RelayServer.says(caller, 500, "Hello?", 500);

        relay.call(caller, Duration.ofMillis(2_900));
        assertThat(relay.heard()).containsExactly("setup");
        relay.line.pass(Duration.ofMillis(200));

        assertThat(relay.heard()).containsExactly("setup", "prompt Hello? last");
        assertThat(relay.findings()).containsExactly("relay-not-verified info");
    }

    @Test
    void aVerbThatStandsByItselfIsToldWhereItBelongs() {
        RelayServer relay = new RelayServer();
        relay.server.twiml("/voice", "<Response><ConversationRelay url='wss://x/y'/></Response>");

        relay.call(caller, Duration.ofSeconds(1));

        assertThat(relay.line.facts.findings().get(0).cure()).isEqualTo("Put <ConversationRelay> into <Connect>.");
    }

    @Test
    void aFileIsFetchedAndPlayedInItsTurn() throws Exception {
        RelayServer relay = RelayServer.with("events='speaker-events tokens-played'")
                .on(
                        "setup",
                        text("Listen.", true),
                        "{\"type\":\"play\",\"source\":\"http://localhost:8080/missing.wav\",\"loop\":2}",
                        text("Done.", true));

        relay.call(caller, Duration.ofSeconds(4));

        assertThat(relay.heard())
                .containsExactly(
                        "setup",
                        "info agentSpeaking on",
                        "info tokensPlayed Listen.",
                        "info tokensPlayed Done.",
                        "info agentSpeaking off");
        assertThat(relay.findings()).containsExactly("11200 error");
    }
}
