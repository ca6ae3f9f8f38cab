package dev.sidetone.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio would not send ends nothing: the call goes on. */
class OddStreamTest {
    private final BridgeOnMemoryNetwork call = new BridgeOnMemoryNetwork();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "null",
                "7",
                "\"media\"",
                "[]",
                "[{\"event\":\"media\"}]",
                "{",
                "{}",
                "{\"event\":null}",
                "{\"event\":7}",
                "{\"event\":\"later-invention\",\"streamSid\":\"MZ\",\"later\":{\"x\":[1]}}",
                "{\"event\":\"media\"}",
                "{\"event\":\"media\",\"media\":null}",
                "{\"event\":\"media\",\"media\":[]}",
                "{\"event\":\"media\",\"media\":{\"payload\":null}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"no base64!\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":\"AAA\"}}",
                "{\"event\":\"media\",\"media\":{\"payload\":{}}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"\"}}",
                "{\"event\":\"dtmf\",\"dtmf\":{\"digit\":\"55\"}}",
                "{\"event\":\"mark\",\"mark\":{}}",
                "{\"event\":\"mark\",\"mark\":\"name\"}",
                "{\"event\":\"stop\"}",
                "{\"event\":\"start\",\"start\":{}}",
                "{\"event\":\"connected\"}",
                "{\"event\":\"media\",\"sequenceNumber\":\"x\",\"media\":{\"chunk\":\"y\",\"payload\":\"\"}}"
            })
    void garbageEndsNothing(String text) {
        call.connect();
        call.twilio.sendRaw(text);
        call.advanceMs(1);
        call.callerSays("////");
        assertThat(call.agent.ofKind("input_audio_buffer.append"))
                .extracting(message -> message.path("audio").asText())
                .endsWith("////");
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void deeplyNestedGarbageEndsNothing() {
        call.connect();
        call.twilio.sendRaw("[".repeat(50_000));
        call.twilio.sendRaw("{\"event\":\"media\",\"media\":" + "{\"a\":".repeat(5_000));
        call.advanceMs(1);
        call.callerSays("////");
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
    }

    @Test
    void aMessageThatIsMuchTooLargeEndsNothingAndIsNotPassedOn() {
        call.connect();
        call.twilio.send("{'event':'media','media':{'payload':'" + "A".repeat(1 << 20) + "'}}");
        call.advanceMs(1);
        call.callerSays("////");
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void aBinaryMessageEndsNothing() {
        call.connect();
        call.twilio.sendBinary(new byte[160]);
        call.advanceMs(1);
        call.callerSays("////");
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
    }

    @Test
    void fieldsThatTwilioMayInventAreNoMatter() {
        call.connect();
        call.twilio.send("{'event':'media','later':[1,{}],'media':{'payload':'////','rms':0.2,'track':'later'}}");
        call.advanceMs(1);
        assertThat(call.agent.kinds()).containsExactly("input_audio_buffer.append");
    }

    @Test
    void mediaKeysMarksAndStopsBeforeTheStartAreNobodys() {
        call.net.dial(URI.create("ws://bridge/media"), Map.of(), call.twilio);
        call.advanceMs(1);
        call.twilio.send("{'event':'media','media':{'payload':'////'}}");
        call.twilio.send("{'event':'dtmf','dtmf':{'digit':'5'}}");
        call.twilio.send("{'event':'mark','mark':{'name':'m'}}");
        call.twilio.send("{'event':'stop','stop':{}}");
        call.advanceMs(1);
        assertThat(call.facts).isEmpty();
        assertThat(call.twilio.ends).isEmpty();
    }

    @Test
    void aSecondStartIsPassedOver() {
        call.connect();
        call.twilio.send("{'event':'start','sequenceNumber':'1','start':{'streamSid':'MZother','callSid':'CAother',"
                + "'customParameters':{'token':'x'}},'streamSid':'MZother'}");
        call.advanceMs(1);
        call.agentSays("item_1", 20);
        assertThat(call.twilio.ends).isEmpty();
        assertThat(call.twilio.heard)
                .allMatch(message -> message.path("streamSid").asText().equals(BridgeOnMemoryNetwork.STREAM));
    }

    @Test
    void whatComesAfterTheStopIsNotHeard() {
        call.connect();
        call.twilio.send("{'event':'stop','streamSid':'" + BridgeOnMemoryNetwork.STREAM + "','stop':{}}");
        call.twilio.send("{'event':'media','media':{'payload':'////'}}");
        call.advanceMs(1);
        assertThat(call.agent.heard).isEmpty();
        assertThat(call.facts).filteredOn("ended"::equals).hasSize(1);
    }
}
